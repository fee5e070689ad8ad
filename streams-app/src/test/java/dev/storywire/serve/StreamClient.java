package dev.storywire.serve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A client of a stream of events, on a plain socket. */
final class StreamClient implements AutoCloseable {
  private final Socket socket;
  private final BufferedReader reader;

  StreamClient(TestServer service, String path, String... headers) throws IOException {
    String[] address = service.address().split(":");
    socket = new Socket(address[0], Integer.parseInt(address[1]));
    socket.setSoTimeout(10_000);
    List<String> request =
        new ArrayList<>(
            List.of(
                "GET " + path + " HTTP/1.1",
                "Host: " + service.address(),
                "Accept: text/event-stream"));
    request.addAll(List.of(headers));
    String text = String.join("\r\n", request) + "\r\n\r\n";
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    reader =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    for (String line = reader.readLine(); line != null && !line.isEmpty(); ) {
      line = reader.readLine();
    }
  }

  String line() throws IOException {
    return reader.readLine();
  }

  /** Reads up to a line, and returns the fields and comments before it. */
  List<String> next(String wanted) throws IOException {
    List<String> before = new ArrayList<>();
    for (String line = reader.readLine(); !wanted.equals(line); line = reader.readLine()) {
      if (line == null) {
        throw new IOException("the stream ended before '" + wanted + "'");
      }
      // other lines are sizes of chunks
      if (line.matches("(id|event|data)?: .*")) {
        before.add(line);
      }
    }
    return before;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
