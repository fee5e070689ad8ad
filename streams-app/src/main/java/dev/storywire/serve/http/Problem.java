package dev.storywire.serve.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.storywire.schemas.Json;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * An error response, written as {@code application/problem+json} (RFC 9457). The detail is a
 * sentence that names the invalid part and what is valid.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;
  static final String TYPE = "application/problem+json";

  private final HttpStatus status;
  private final transient Map<String, String> headers;

  public Problem(HttpStatus status, String detail) {
    this(
        status,
        detail,
        status == HttpStatus.UNAUTHORIZED ? Map.of("WWW-Authenticate", "Bearer") : Map.of());
  }

  private Problem(HttpStatus status, String detail, Map<String, String> headers) {
    super(detail);
    this.status = status;
    this.headers = headers;
  }

  public static Problem badRequest(String detail) {
    return new Problem(HttpStatus.BAD_REQUEST, detail);
  }

  public static Problem notFound(String detail) {
    return new Problem(HttpStatus.NOT_FOUND, detail);
  }

  /** Returns a 503 with {@code Retry-After}. */
  public static Problem unavailable(String detail, int seconds) {
    return new Problem(
        HttpStatus.SERVICE_UNAVAILABLE, detail, Map.of("Retry-After", Integer.toString(seconds)));
  }

  /** Refuses a method; {@code allowed} is the value of the {@code Allow} header. */
  public static Problem method(String path, String method, String allowed) {
    return new Problem(
        HttpStatus.METHOD_NOT_ALLOWED,
        "'%s' does not support %s; valid methods are %s."
            .formatted(Identifiers.cut(path), method, allowed),
        Map.of("Allow", allowed));
  }

  /** Writes the problem as the response. */
  public void respond(Context ctx) {
    ctx.status(status).result(json()).contentType(TYPE);
    headers.forEach(ctx::header);
  }

  /** Writes the problem as the response of a servlet. */
  public void respond(HttpServletResponse response) throws IOException {
    response.setStatus(status.getCode());
    response.setContentType(TYPE);
    headers.forEach(response::setHeader);
    response.getOutputStream().write(json());
  }

  /** Returns the body, as JSON. */
  byte[] json() {
    Body body = new Body("about:blank", status.getMessage(), status.getCode(), message());
    try {
      return Json.mapper().writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of strings must be serialisable", e);
    }
  }

  private String message() {
    String message = getMessage();
    return message == null ? "" : message;
  }

  /** The members of RFC 9457 that are used. */
  record Body(String type, String title, int status, String detail) {}
}
