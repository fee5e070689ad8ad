package dev.storywire.serve;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.storywire.schemas.Json;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/**
 * A refused request, answered as {@code application/problem+json} (RFC 9457). The detail is a
 * sentence that names the offending part and what would be right.
 */
final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final int retryAfter;

  Problem(HttpStatus status, String detail) {
    this(status, detail, 0);
  }

  private Problem(HttpStatus status, String detail, int retryAfter) {
    super(detail);
    this.status = status;
    this.retryAfter = retryAfter;
  }

  static Problem badRequest(String detail) {
    return new Problem(HttpStatus.BAD_REQUEST, detail);
  }

  static Problem notFound(String detail) {
    return new Problem(HttpStatus.NOT_FOUND, detail);
  }

  /** Asking again after {@code seconds} may help. */
  static Problem later(String detail, int seconds) {
    return new Problem(HttpStatus.SERVICE_UNAVAILABLE, detail, seconds);
  }

  /** Writes it as the answer. */
  void answer(Context ctx) {
    if (retryAfter > 0) {
      ctx.header("Retry-After", Integer.toString(retryAfter));
    }
    if (status == HttpStatus.UNAUTHORIZED) {
      ctx.header("WWW-Authenticate", "Bearer");
    }
    Body body = new Body("about:blank", status.getMessage(), status.getCode(), message());
    ctx.status(status)
        .result(Json.mapper().valueToTree(body).toString())
        .contentType("application/problem+json");
  }

  private String message() {
    String message = getMessage();
    return message == null ? "" : message;
  }

  /** The members of RFC 9457 in use. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Body(String type, String title, int status, String detail) {}
}
