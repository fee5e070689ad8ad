package dev.storywire.serve.http;

import io.javalin.http.HttpStatus;
import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Writes a {@link Problem} for requests that the container refuses before they reach a handler. */
public final class ContainerErrors extends ErrorHandler {
  private static final Map<Integer, String> DETAILS =
      Map.of(
          HttpStatus.URI_TOO_LONG.getCode(), "The URI is too long.",
          HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE.getCode(), "The header fields are too long.",
          HttpStatus.HTTP_VERSION_NOT_SUPPORTED.getCode(),
              "The version of HTTP must be 1.0 or 1.1.");

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.TYPE);
    Problem problem =
        new Problem(
            HttpStatus.forStatus(code),
            DETAILS.getOrDefault(code, "The request cannot be read: is its path valid?"));
    response.write(true, ByteBuffer.wrap(problem.json()), callback);
  }
}
