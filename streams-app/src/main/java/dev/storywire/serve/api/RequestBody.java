package dev.storywire.serve.api;

import dev.storywire.serve.http.Problem;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The body of a request: UTF-8 text of a stated type, optionally compressed with gzip. */
final class RequestBody {
  private static final int MAX_DRAINED = 16 * 1024 * 1024;
  private static final String DEFAULT_TYPE = "application/json";
  private static final Pattern JSON = Pattern.compile("application/(json|[a-z0-9.+-]+\\+json)");

  private final Context ctx;

  RequestBody(Context ctx) {
    this.ctx = ctx;
  }

  /** Returns true for JSON, and for a type that is based on it. */
  static boolean isJson(String type) {
    return JSON.matcher(type).matches();
  }

  static Problem unsupported(String detail) {
    return new Problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, detail);
  }

  /**
   * Returns the type in lower case, without parameters; that of JSON if none is stated.
   *
   * @throws Problem if the charset is not UTF-8
   */
  String type() {
    String stated = ctx.header("Content-Type");
    if (stated == null || stated.isBlank()) {
      return DEFAULT_TYPE;
    }
    String[] parts = stated.toLowerCase(Locale.ROOT).split(";");
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].replace("\"", "").strip();
      if (parameter.startsWith("charset=")
          && !parameter.equals("charset=utf-8")
          && !parameter.equals("charset=us-ascii")) {
        throw unsupported("The charset must be utf-8, not '%s'.".formatted(parameter.substring(8)));
      }
    }
    return parts[0].strip();
  }

  /**
   * Reads and discards more of a refused body. A client that sends the whole body before it reads
   * the response would not get the response if the connection were closed at once.
   */
  private static void drain(InputStream in) throws IOException {
    byte[] buffer = new byte[8 * 1024];
    int drained = 0;
    for (int read = 0; read >= 0 && drained < MAX_DRAINED; drained += read) {
      read = in.read(buffer);
    }
  }

  /**
   * Returns the decompressed text.
   *
   * @throws Problem if it has more than {@code maxBytes} bytes, or cannot be decoded
   */
  String text(int maxBytes) {
    byte[] body;
    try (InputStream in = decoded(ctx.bodyInputStream(), ctx.header("Content-Encoding"))) {
      body = in.readNBytes(maxBytes + 1);
      if (body.length > maxBytes) {
        drain(in);
      }
    } catch (IOException e) {
      throw Problem.badRequest("The body is incomplete, or its gzip data is damaged.");
    }
    if (body.length > maxBytes) {
      throw new Problem(
          HttpStatus.CONTENT_TOO_LARGE,
          "The body is larger than %d bytes; send less at a time.".formatted(maxBytes));
    }
    try {
      // unlike the constructor of String, a decoder refuses malformed input
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw Problem.badRequest("The body is not UTF-8.");
    }
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
}
