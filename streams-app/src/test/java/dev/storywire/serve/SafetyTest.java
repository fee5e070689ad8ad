package dev.storywire.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.serve.http.HttpSettings;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the protection against hostile pages, host names and requests. */
class SafetyTest {
  private final InMemoryQueries queries = new InMemoryQueries();
  private TestServer service;

  @BeforeEach
  void start() {
    service =
        TestServer.over(
            queries, HttpSettings.defaults().withHostNames(Set.of("storywire")), Set::of);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void answersOnlyConfiguredHostNames() throws IOException {
    for (String host : List.of("evil.example:8080", "evil.example", "localhost.evil.example", "")) {
      assertThat(raw("GET /api/stories HTTP/1.1", "Host: " + host))
          .as(host)
          .startsWith("HTTP/1.1 4")
          .doesNotContain("\"stories\"");
    }
    for (String host : List.of("localhost:1", "127.0.0.1", "[::1]:80", "storywire:8080")) {
      assertThat(raw("GET /api/stories HTTP/1.1", "Host: " + host))
          .as(host)
          .startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void checksTheHostOfThePageAndItsFiles() throws IOException {
    for (String path : List.of("/", "/page/js/main.js", "/stories/x", "/metrics", "/nothing")) {
      assertThat(raw("GET " + path + " HTTP/1.1", "Host: evil.example"))
          .as(path)
          .startsWith("HTTP/1.1 421");
    }
  }

  @Test
  void setsAContentSecurityPolicy() {
    for (String path : List.of("/", "/stories/x", "/api/stories", "/page/js/main.js", "/none")) {
      HttpResponse<String> response = service.get(path);
      assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
          .as(path)
          .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }
  }

  @Test
  void sendsNoCorsHeaders() {
    HttpResponse<String> response = service.get("/api/stories", "Origin", "https://evil.example");
    assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();

    HttpRequest.Builder preflight =
        service
            .request("/api/items")
            .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
            .header("Access-Control-Request-Method", "POST");
    assertThat(service.send(preflight).headers().firstValue("Access-Control-Allow-Origin"))
        .isEmpty();
  }

  @Test
  void forbidsCachingOfArticles() {
    assertThat(service.get("/api/stories").headers().firstValue("Cache-Control"))
        .hasValue("no-store");
  }

  @Test
  void servesThePageForTheListAndForEveryStory() {
    queries.publish(StoryFixtures.open("s1", "Bridge closed", 0));
    for (String path : List.of("/", "/stories/s1", "/stories/%3Cscript%3E")) {
      HttpResponse<String> response = service.get(path);
      assertThat(response.statusCode()).as(path).isEqualTo(path.contains("script") ? 404 : 200);
      assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
      assertThat(response.body())
          .contains("<title>Storywire</title>")
          .doesNotContain("Bridge closed", "<script>");
    }
    assertThat(service.get("/page/js/main.js").headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/javascript");
    assertThat(service.get("/page/fonts/newsreader-latin-wght-normal.woff2").statusCode())
        .isEqualTo(200);
  }

  @Test
  void servesNoFilesOutsideThePage() throws IOException {
    for (String path :
        List.of(
            "/page/../HttpServer.class",
            "/page/%2e%2e/HttpServer.class",
            "/page/..%2fHttpServer.class",
            "/page//etc/passwd")) {
      assertThat(raw("GET " + path + " HTTP/1.1", "Host: localhost"))
          .as(path)
          .startsWith("HTTP/1.1 4");
    }
  }

  @Test
  void refusesMalformedRequestsWithoutDisclosingInternals() throws IOException {
    for (String line :
        List.of(
            "GET /api/stories/%zz HTTP/1.1",
            "GET /api/articles/%00 HTTP/1.1",
            "GET /api/explain/urn;a% HTTP/1.1",
            "GET /" + "x".repeat(20_000) + " HTTP/1.1",
            "BREW /api/stories HTTP/1.1",
            "nonsense")) {
      assertThat(raw(line, "Host: localhost"))
          .as(line)
          .startsWith("HTTP/1.1 4")
          .doesNotContainIgnoringCase("jetty")
          .doesNotContain("Exception", "\tat ");
    }
  }

  @Test
  void truncatesAnOverlongId() {
    String detail = service.problem("/api/stories/" + "x".repeat(1_000), 404);
    assertThat(detail.length()).isLessThan(250);
    assertThat(service.problem("/api/articles/" + "x".repeat(2_001), 400)).contains("2001");
  }

  @Test
  void escapesIds() {
    HttpResponse<String> response = service.get("/api/stories/%3Cimg%20src=x%20onerror=x%3E");
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
  }

  private String raw(String... lines) throws IOException {
    String[] address = service.address().split(":");
    try (Socket socket = new Socket(address[0], Integer.parseInt(address[1]))) {
      socket.setSoTimeout(5_000);
      String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
