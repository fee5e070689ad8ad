package dev.storywire.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests methods, conditional requests, compression and status codes against RFC 9110. */
class HttpMethodsTest {
  private final InMemoryQueries queries = new InMemoryQueries();
  private TestServer service;

  @BeforeEach
  void start() {
    service = TestServer.over(queries);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/api/stories",
        "/api/stories/s1",
        "/api/stories/none",
        "/api/status",
        "/health/live",
        "/metrics",
        "/page/js/main.js",
        "/stories/s1",
        "/stories/none",
        "/nothing"
      })
  void answersHeadAsGetWithoutABody(String path) {
    queries.publish(StoryFixtures.open("s1", "Bridge closed", 0));
    HttpResponse<String> get = service.get(path);
    HttpResponse<String> head =
        service.send(service.request(path).method("HEAD", HttpRequest.BodyPublishers.noBody()));

    assertThat(head.statusCode()).isEqualTo(get.statusCode());
    assertThat(head.headers().firstValue("Content-Type"))
        .isEqualTo(get.headers().firstValue("Content-Type"));
    assertThat(head.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/stories", "/api/events", "/", "/page/js/main.js"})
  void namesTheMethodsThatAreAllowed(String path) {
    HttpResponse<String> response = service.send(service.request(path).DELETE());

    assertThat(TestServer.problem(response, 405)).contains("DELETE");
    assertThat(response.headers().firstValue("Allow").orElse("")).contains("GET", "HEAD");
  }

  @Test
  void saysWhatIsTooLong() {
    HttpResponse<String> header =
        service.send(service.request("/api/status").header("X-Long", "a".repeat(20_000)));

    assertThat(TestServer.problem(header, 431)).isEqualTo("The header fields are too long.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/stories/%00", "/api/stories?q=100%", "/feeds/stories.atom?q=%zz"})
  void answersAnInvalidAddressWithAProblem(String address) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port());
        InputStream in = socket.getInputStream()) {
      socket
          .getOutputStream()
          .write(
              ("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      String response = new String(in.readAllBytes(), StandardCharsets.UTF_8);

      assertThat(response).startsWith("HTTP/1.1 400").contains("application/problem+json");
      assertThat(response).doesNotContain("<html");
    }
  }

  @Test
  void answers304ForAMatchingEtag() {
    queries.publish(StoryFixtures.open("s1", "Bridge closed", 0));
    String tag = service.get("/api/stories").headers().firstValue("ETag").orElseThrow();

    assertThat(tag).matches("W/\"[0-9a-f-]+\"");
    for (String known : List.of(tag, "*", "\"x\", " + tag, tag.substring(2))) {
      assertThat(service.get("/api/stories", "If-None-Match", known).statusCode())
          .as(known)
          .isEqualTo(304);
    }
    assertThat(service.get("/api/stories", "If-None-Match", "\"x\"").statusCode()).isEqualTo(200);
    queries.publish(StoryFixtures.open("s2", "Ferry delayed", 10));
    assertThat(service.get("/api/stories", "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void compressesLongAnswers() {
    for (int i = 0; i < 20; i++) {
      queries.publish(StoryFixtures.open("s" + i, "Bridge closed", i));
    }

    assertThat(service.get("/api/stories", "Accept-Encoding", "gzip").headers().map())
        .containsEntry("content-encoding", List.of("gzip"));
  }

  @Test
  void servesThePageOfAnUnknownStoryAs404() {
    queries.publish(StoryFixtures.open("s1", "Bridge closed", 0));

    assertThat(service.get("/stories/s1").statusCode()).isEqualTo(200);
    assertThat(service.get("/stories/unknown").statusCode()).isEqualTo(404);
    assertThat(service.get("/stories/unknown").body()).contains("<!doctype html>");
  }
}
