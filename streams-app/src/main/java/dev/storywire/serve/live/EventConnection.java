package dev.storywire.serve.live;

import com.fasterxml.jackson.databind.ObjectWriter;
import dev.storywire.schemas.Json;
import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A client's end of the stream, in the format of server-sent events (HTML Standard, 9.2). Writing
 * blocks while the client does not read, and fails once it has left or has not read for as long as
 * the container lets a connection idle.
 */
final class EventConnection implements AutoCloseable {
  private static final ObjectWriter JSON = Json.mapper().writer();

  private final AsyncContext async;

  EventConnection(AsyncContext async) {
    this.async = async;
  }

  /** Sends an event; its data is one line, since JSON escapes line ends. */
  void send(String event, Object data) throws IOException {
    write("event: " + event + "\ndata: " + JSON.writeValueAsString(data) + "\n\n");
  }

  /** Sends a comment, which tells both sides that the other is there. */
  void comment(String text) throws IOException {
    write(": " + text + "\n\n");
  }

  void flush() throws IOException {
    async.getResponse().flushBuffer();
  }

  @Override
  public void close() {
    try {
      async.complete();
    } catch (IllegalStateException e) {
      // the container closed it first, when the client left
    }
  }

  private void write(String text) throws IOException {
    OutputStream out = async.getResponse().getOutputStream();
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
