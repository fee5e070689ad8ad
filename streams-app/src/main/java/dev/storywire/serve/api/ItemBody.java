package dev.storywire.serve.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.storywire.schemas.Json;
import dev.storywire.serve.http.HttpSettings;
import dev.storywire.serve.http.Problem;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/items}: JSON (one item or an array) or newline-delimited JSON (one
 * item per line), in UTF-8, optionally compressed with gzip. A malformed body is refused as a
 * whole, so that no item is lost unnoticed.
 */
final class ItemBody {
  private static final Set<String> LINES =
      Set.of("application/x-ndjson", "application/ndjson", "application/jsonl");
  private static final Pattern JSON =
      Pattern.compile("application/(json|[a-z0-9.+-]+\\+json)", Pattern.CASE_INSENSITIVE);
  private static final String TYPES = "application/json or application/x-ndjson";

  private final HttpSettings settings;

  ItemBody(HttpSettings settings) {
    this.settings = settings;
  }

  /**
   * Reads the items of a request.
   *
   * @throws Problem if the body has another type, is too large, or does not consist of items
   */
  List<JsonNode> read(Context ctx) {
    boolean lines = hasLines(ctx.header("Content-Type"));
    String text = decode(bytes(ctx));
    List<JsonNode> values = values(text);
    if (!lines && values.size() > 1) {
      throw Problem.badRequest(
          "The body has more than one JSON value; send an array, or lines as application/x-ndjson.");
    }
    List<JsonNode> items = new ArrayList<>();
    if (!lines && values.get(0).isArray()) {
      values.get(0).forEach(items::add);
    } else {
      items.addAll(values);
    }
    if (items.isEmpty() || (values.size() == 1 && !values.get(0).isContainerNode())) {
      throw Problem.badRequest("The body must be a ninjs item or a non-empty array of them.");
    }
    if (items.size() > settings.maxItems()) {
      throw new Problem(
          HttpStatus.CONTENT_TOO_LARGE,
          "The body has %d items; at most %d are allowed."
              .formatted(items.size(), settings.maxItems()));
    }
    return items;
  }

  /** Returns true for newline-delimited JSON, false for JSON; a body without a type is JSON. */
  private static boolean hasLines(@Nullable String contentType) {
    if (contentType == null || contentType.isBlank()) {
      return false;
    }
    String[] parts = contentType.toLowerCase(Locale.ROOT).split(";");
    String type = parts[0].strip();
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].replace("\"", "").strip();
      if (parameter.startsWith("charset=")
          && !parameter.equals("charset=utf-8")
          && !parameter.equals("charset=us-ascii")) {
        throw unsupported("The charset must be utf-8, not '%s'.".formatted(parameter.substring(8)));
      }
    }
    if (!LINES.contains(type) && !JSON.matcher(type).matches()) {
      throw unsupported("The Content-Type must be %s, not '%s'.".formatted(TYPES, type));
    }
    return LINES.contains(type);
  }

  private byte[] bytes(Context ctx) {
    String encoding = ctx.header("Content-Encoding");
    byte[] body;
    try (InputStream in = decoded(ctx.bodyInputStream(), encoding)) {
      body = in.readNBytes(settings.maxItemsBytes() + 1);
    } catch (IOException e) {
      throw Problem.badRequest("The body is incomplete, or its gzip data is damaged.");
    }
    if (body.length > settings.maxItemsBytes()) {
      throw new Problem(
          HttpStatus.CONTENT_TOO_LARGE,
          "The body is larger than %d bytes; send fewer items at a time."
              .formatted(settings.maxItemsBytes()));
    }
    return body;
  }

  private static InputStream decoded(InputStream body, @Nullable String encoding)
      throws IOException {
    String name = encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT);
    return switch (name) {
      case "", "identity" -> body;
      case "gzip", "x-gzip" -> new GZIPInputStream(body);
      default ->
          throw unsupported("The Content-Encoding must be gzip or none, not '%s'.".formatted(name));
    };
  }

  private static String decode(byte[] body) {
    try {
      // unlike the constructor of String, a decoder refuses malformed input
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw Problem.badRequest("The body is not UTF-8.");
    }
  }

  private static List<JsonNode> values(String text) {
    List<JsonNode> values = new ArrayList<>();
    try (JsonParser parser = Json.mapper().createParser(text)) {
      while (parser.nextToken() != null) {
        values.add(parser.readValueAsTree());
      }
    } catch (StreamConstraintsException e) {
      throw Problem.badRequest("The body is not JSON that can be read: it is nested too deeply.");
    } catch (JsonProcessingException e) {
      throw Problem.badRequest("The body is not JSON: %s".formatted(position(e)));
    } catch (IOException e) {
      throw Problem.badRequest("The body cannot be read as UTF-8 JSON.");
    }
    if (values.isEmpty()) {
      throw Problem.badRequest("The body must be a ninjs item or a non-empty array of them.");
    }
    return values;
  }

  private static String position(JsonProcessingException e) {
    return e.getLocation() == null
        ? "it does not parse."
        : "it does not parse at line %d, column %d."
            .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }

  private static Problem unsupported(String detail) {
    return new Problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, detail);
  }
}
