package dev.storywire.serve.live;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Consumer;

/** {@code /api/events}: streams the latest state of each changed story. */
public final class EventServlet extends StreamServlet {
  private static final long serialVersionUID = 1L;

  private final transient EventStream stream;

  public EventServlet(EventStream stream) {
    this.stream = stream;
  }

  @Override
  Consumer<EventConnection> open(HttpServletRequest request) {
    if (stream.full()) {
      throw full(stream.size());
    }
    return stream::connect;
  }
}
