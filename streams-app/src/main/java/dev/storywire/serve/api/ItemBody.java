package dev.storywire.serve.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.JsonErrorText;
import dev.storywire.serve.http.HttpSettings;
import dev.storywire.serve.http.Problem;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The body of {@code POST /api/items}: JSON (one item or an array) or newline-delimited JSON (one
 * item per line), in UTF-8, optionally compressed with gzip. A malformed body is refused as a
 * whole, so that no item is lost unnoticed.
 */
final class ItemBody {
  private static final Set<String> LINES =
      Set.of("application/x-ndjson", "application/ndjson", "application/jsonl");

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
    RequestBody body = new RequestBody(ctx);
    String type = body.type();
    boolean isLines = LINES.contains(type);
    if (!isLines && !RequestBody.isJson(type)) {
      throw RequestBody.unsupported(
          "The Content-Type must be application/json or application/x-ndjson, not '%s'."
              .formatted(type));
    }
    List<JsonNode> values = values(body.text(settings.maxItemsBytes()));
    List<JsonNode> items = isLines ? values : single(values);
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

  /** Returns the elements of an array, or the value itself. Refuses several values. */
  private static List<JsonNode> single(List<JsonNode> values) {
    if (values.size() > 1) {
      throw Problem.badRequest(
          "The body has more than one JSON value; send an array, or lines as application/x-ndjson.");
    }
    JsonNode value = values.get(0);
    return value.isArray() ? value.valueStream().toList() : values;
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
      throw Problem.badRequest("The body is not JSON: %s.".formatted(JsonErrorText.position(e)));
    } catch (IOException e) {
      throw Problem.badRequest("The body cannot be read as UTF-8 JSON.");
    }
    if (values.isEmpty()) {
      throw Problem.badRequest("The body must be a ninjs item or a non-empty array of them.");
    }
    return values;
  }
}
