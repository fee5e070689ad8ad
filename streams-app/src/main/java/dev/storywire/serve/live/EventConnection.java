package dev.storywire.serve.live;

import com.fasterxml.jackson.databind.ObjectWriter;
import dev.storywire.schemas.Json;
import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;

/**
 * Writes server-sent events (HTML Standard, 9.2) to a client. Writing blocks while the client does
 * not read, and fails if it has disconnected or has not read within the idle timeout of the
 * container.
 *
 * <p>After a client has disconnected, the first write still succeeds. The container does not notice
 * the end either, since it does not read while it responds. Therefore {@link #isClosedByClient}
 * reads from the connection.
 */
final class EventConnection implements AutoCloseable {
  private static final ObjectWriter JSON = Json.mapper().writer();

  private final AsyncContext async;
  private final ReadableByteChannel requests;

  /**
   * Creates a connection.
   *
   * @param requests bytes that the client sends, read without blocking; a client sends none after
   *     its request
   */
  EventConnection(AsyncContext async, ReadableByteChannel requests) {
    this.async = async;
    this.requests = requests;
  }

  /** Returns true if the client has disconnected. Does not block. */
  boolean isClosedByClient() {
    try {
      return requests.read(ByteBuffer.allocate(1)) < 0;
    } catch (IOException e) {
      return true;
    }
  }

  /** Sends an event. The data is one line, since JSON escapes line feeds. */
  void send(String event, Object data) throws IOException {
    write("event: " + event + "\ndata: " + JSON.writeValueAsString(data) + "\n\n");
  }

  /** Sends an event with an id, which the client sends back when it reconnects. */
  void send(String id, String event, Object data) throws IOException {
    write("id: " + id + "\n");
    send(event, data);
  }

  /** Sends an id without an event, which also keeps the connection alive. */
  void id(String id) throws IOException {
    write("id: " + id + "\n\n");
  }

  /** Sends a comment, which keeps the connection alive. */
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
      // already closed by the container, when the client disconnected
    }
  }

  private void write(String text) throws IOException {
    OutputStream out = async.getResponse().getOutputStream();
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
