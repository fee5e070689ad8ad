package dev.storywire.serve.live;

import dev.storywire.serve.http.Problem;
import io.javalin.http.HttpStatus;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/**
 * Opens a stream of server-sent events for each client.
 *
 * <p>This is a servlet beside Javalin, since Javalin's client for server-sent events continues to
 * use a request after the container has recycled it.
 */
abstract class StreamServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /**
   * Prepares the stream of a client. The result starts it and returns at once.
   *
   * @throws Problem if the request is refused
   */
  abstract Consumer<EventConnection> open(HttpServletRequest request);

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    switch (request.getMethod()) {
      case "GET", "HEAD" -> super.service(request, response);
      default ->
          Problem.method(request.getRequestURI(), request.getMethod(), "GET, HEAD")
              .respond(response);
    }
  }

  @Override
  protected void doHead(HttpServletRequest request, HttpServletResponse response) {
    response.setContentType("text/event-stream");
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      String accept = request.getHeader("Accept");
      if (accept == null || !accept.contains("text/event-stream")) {
        throw new Problem(
            HttpStatus.NOT_ACCEPTABLE,
            "This is a stream of server-sent events; send 'Accept: text/event-stream'.");
      }
      Consumer<EventConnection> stream = open(request);
      response.setContentType("text/event-stream");
      response.setCharacterEncoding("UTF-8");
      // disables buffering in proxies
      response.setHeader("X-Accel-Buffering", "no");
      AsyncContext async = request.startAsync();
      async.setTimeout(0);
      stream.accept(new EventConnection(async, channel(request)));
    } catch (Problem problem) {
      problem.respond(response);
    }
  }

  /** Returns the socket of a request, which is in non-blocking mode. */
  private static ReadableByteChannel channel(HttpServletRequest request) {
    return (ReadableByteChannel)
        ServletContextRequest.getServletContextRequest(request)
            .getConnectionMetaData()
            .getConnection()
            .getEndPoint()
            .getTransport();
  }

  /** Returns the response to a client that exceeds the maximum number. */
  static Problem full(int clients) {
    return Problem.unavailable("The maximum of %d clients is connected.".formatted(clients), 10);
  }
}
