package dev.storywire.serve.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Entity tags of responses (RFC 9110, 8.8.3). They are weak, since the same response may be
 * compressed or not.
 */
public final class EntityTag {
  private EntityTag() {}

  /**
   * Adds a tag to a successful response to GET. Replaces the response by a 304 if the client has it
   * already.
   */
  public static void apply(Context ctx) throws IOException {
    InputStream body = ctx.resultInputStream();
    if (!ctx.method().equals(HandlerType.GET)
        || ctx.statusCode() != HttpStatus.OK.getCode()
        || !(body instanceof ByteArrayInputStream)) {
      return;
    }
    String tag = of(body.readAllBytes());
    body.reset();
    ctx.header(Header.ETAG, tag);
    if (matches(ctx.header(Header.IF_NONE_MATCH), tag)) {
      ctx.status(HttpStatus.NOT_MODIFIED).result("");
    }
  }

  private static String of(byte[] body) {
    CRC32C checksum = new CRC32C();
    checksum.update(body);
    return "W/\"%x-%x\"".formatted(body.length, checksum.getValue());
  }

  /** Compares weakly: a strong and a weak tag with the same text match. */
  private static boolean matches(@Nullable String ifNoneMatch, String tag) {
    return ifNoneMatch != null
        && (ifNoneMatch.strip().equals("*")
            || Arrays.stream(ifNoneMatch.split(","))
                .map(String::strip)
                .map(known -> known.startsWith("W/") ? known : "W/" + known)
                .anyMatch(tag::equals));
  }
}
