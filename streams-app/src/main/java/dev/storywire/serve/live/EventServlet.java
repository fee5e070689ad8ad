package dev.storywire.serve.live;

import dev.storywire.serve.http.Problem;
import io.javalin.http.HttpStatus;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code /api/events}: opens a stream of server-sent events for a client.
 *
 * <p>This is a separate servlet, since Javalin's client for server-sent events continues to use a
 * request after the container has recycled it.
 */
public final class EventServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient EventStream stream;

  public EventServlet(EventStream stream) {
    this.stream = stream;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    switch (request.getMethod()) {
      case "GET", "HEAD" -> super.service(request, response);
      default ->
          Problem.method(request.getRequestURI(), request.getMethod(), "GET, HEAD")
              .answer(response);
    }
  }

  @Override
  protected void doHead(HttpServletRequest request, HttpServletResponse response) {
    response.setContentType("text/event-stream");
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String accept = request.getHeader("Accept");
    if (accept == null || !accept.contains("text/event-stream")) {
      new Problem(
              HttpStatus.NOT_ACCEPTABLE,
              "This is a stream of server-sent events; send 'Accept: text/event-stream'.")
          .answer(response);
      return;
    }
    if (stream.full()) {
      Problem.later("The maximum of %d clients is connected.".formatted(stream.size()), 10)
          .answer(response);
      return;
    }
    response.setContentType("text/event-stream");
    response.setCharacterEncoding("UTF-8");
    // disables buffering in proxies
    response.setHeader("X-Accel-Buffering", "no");
    AsyncContext async = request.startAsync();
    async.setTimeout(0);
    stream.connect(async);
  }
}
