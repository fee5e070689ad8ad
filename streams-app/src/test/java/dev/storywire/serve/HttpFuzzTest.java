package dev.storywire.serve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.fuzz.FuzzRun;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sends mutated requests to the HTTP API: each gets an answer, and no server error. */
class HttpFuzzTest {
  private static final List<String> PATHS =
      List.of(
          "/api/stories?q=bridge&status=open&lane=en&limit=5&sort=updated&minSources=2",
          "/api/stories?from=2026-03-12T00:00:00Z&to=2026-03-13T00:00:00Z&source=Nordwire",
          "/api/stories/s1",
          "/api/stories/s1/events?after=0",
          "/api/articles/urn%3Aa",
          "/api/explain/urn%3Aa",
          "/api/entities?q=oslo&limit=3",
          "/api/entities/e1",
          "/api/stories.atom?q=bridge",
          "/api/stories/s1/feed.json",
          "/api/status?local=true",
          "/api/schemas/raw",
          "/page/js/main.js");

  private final InMemoryQueries queries = new InMemoryQueries();
  private TestServer service;

  @BeforeEach
  void start() {
    service = TestServer.over(queries);
    queries.publish(StoryFixtures.open("s1", "Bridge closed", 0));
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void everyRequestIsAnsweredWithoutAServerError() {
    new FuzzRun("http", samples()).run(3_000, this::request);
  }

  private static List<byte[]> samples() {
    List<byte[]> samples = new ArrayList<>();
    for (String path : PATHS) {
      String head = "GET %s HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\nIf-None-Match: \"x\"\r\n";
      samples.add((head.formatted(path) + "\r\n").getBytes(ISO_8859_1));
    }
    String body = "{\"uri\":\"urn:a\",\"headlines\":[{\"value\":\"Bridge closed\"}]}";
    String post =
        "POST /api/items HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: %d\r\n\r\n%s";
    samples.add(post.formatted(body.length(), body).getBytes(ISO_8859_1));
    return samples;
  }

  private String request(byte[] input) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
      socket.setSoTimeout(30_000);
      send(socket, input);
      String status = statusLine(socket.getInputStream());
      assertThat(status).as("no answer, or an answer").matches("|HTTP/1.1 ([1234]\\d\\d|505).*");
      return status.isEmpty() ? "closed" : status.substring(9, 12);
    }
  }

  /** Closes the output after the request, so that an incomplete one is complete. */
  private static void send(Socket socket, byte[] input) {
    try {
      socket.getOutputStream().write(input);
      socket.shutdownOutput();
    } catch (IOException e) {
      // the server has answered already and closed the connection
    }
  }

  private static String statusLine(InputStream in) {
    StringBuilder line = new StringBuilder();
    try {
      for (int c = in.read(); c >= 0 && c != '\r' && c != '\n'; c = in.read()) {
        line.append((char) c);
      }
    } catch (java.net.SocketTimeoutException e) {
      throw new AssertionError("no answer within half a minute", e);
    } catch (IOException e) {
      // reset by the server after an answer that was not read
    }
    return line.toString();
  }
}
