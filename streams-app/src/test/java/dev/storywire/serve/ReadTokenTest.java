package dev.storywire.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.serve.http.HttpSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests a service that may only be read with a token. */
class ReadTokenTest {
  private static final HttpSettings SETTINGS =
      HttpSettings.defaults().withReadToken("s3cret").withEditToken("other");

  private final InMemoryQueries queries = new InMemoryQueries();
  private final TestServer service = TestServer.over(queries, SETTINGS, Set::of);

  @AfterEach
  void stop() {
    service.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/stories",
        "/api/stories/s1",
        "/api/articles/urn:a",
        "/api/volume",
        "/api/dead-letters",
        "/api/status",
        "/api/openapi.json",
        "/api/events",
        "/api/story-events",
        "/feeds/stories.atom",
        "/metrics",
        "/nothing"
      })
  void refusesARequestWithoutTheToken(String path) {
    HttpResponse<String> refused = service.get(path, "Accept", "text/event-stream");
    assertThat(TestServer.problem(refused, 401)).contains("needs a token");
    assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    assertThat(service.get(path, "Authorization", "Bearer wrong").statusCode()).isEqualTo(401);
    assertThat(service.get(path, "Authorization", "Bearer other").statusCode()).isEqualTo(401);
    assertThat(service.get(path, "Cookie", "storywire-read=s3cret").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/stories/s1",
        "/entities/x",
        "/dead-letters",
        "/page/js/main.js",
        "/health/ready"
      })
  void servesThePageAndHealthChecksToAll(String path) {
    assertThat(service.get(path).statusCode()).isIn(200, 404);
  }

  @Test
  void answersWithTheToken() {
    queries.publish(StoryFixtures.open("s1", "Bridge closed", 0));
    String basic =
        Base64.getEncoder().encodeToString("any:s3cret".getBytes(StandardCharsets.UTF_8));

    assertThat(service.get("/api/stories", "Authorization", "Bearer s3cret").body())
        .contains("Bridge closed");
    assertThat(service.get("/feeds/stories.atom", "Authorization", "Basic " + basic).body())
        .contains("Bridge closed");
    assertThat(service.get("/api/stories", "Authorization", "Basic ???").statusCode())
        .isEqualTo(401);
  }

  @Test
  void signsABrowserIn() {
    HttpRequest.Builder wrong =
        service.request("/api/session").header("Authorization", "Bearer x").POST(empty());
    assertThat(service.send(wrong).statusCode()).isEqualTo(401);
    HttpResponse<String> session = service.send(signIn("http"));
    String cookie = session.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(session.statusCode()).isEqualTo(204);
    assertThat(cookie).contains("HttpOnly", "SameSite=Strict").doesNotContain("s3cret", "Secure");
    assertThat(service.send(signIn("https")).headers().firstValue("Set-Cookie").orElseThrow())
        .endsWith("; Secure");

    String pair = cookie.substring(0, cookie.indexOf(';'));
    assertThat(service.get("/api/stories", "Cookie", pair).statusCode()).isEqualTo(200);
    assertThat(statusLine("/api/events", "Cookie: " + pair)).contains(" 200 ");
    // the cookie is for reading only
    HttpRequest.Builder edit = service.request("/api/edits").header("Cookie", pair).POST(empty());
    assertThat(service.send(edit).statusCode()).isEqualTo(401);
    HttpRequest.Builder out = service.request("/api/session").DELETE();
    assertThat(service.send(out).headers().firstValue("Set-Cookie").orElseThrow())
        .contains("Max-Age=0");
  }

  @Test
  void keepsTheTokensApart() {
    HttpRequest.Builder edit =
        service.request("/api/edits").header("Authorization", "Bearer other").POST(empty());
    assertThat(service.send(edit).statusCode()).isEqualTo(400);
    HttpRequest.Builder reader =
        service.request("/api/edits").header("Authorization", "Bearer s3cret").POST(empty());
    assertThat(service.send(reader).statusCode()).isEqualTo(401);
  }

  @Test
  void cannotBeDeceivedByAPath() {
    for (String path :
        List.of(
            "/page/../api/stories",
            "/page/%2e%2e/api/stories",
            "/page/..;/api/stories",
            "/page/..%2fapi/stories",
            "/api/articles/../../page/x",
            "//api/stories",
            "/API/stories",
            "/api/stories;x",
            "/./api/stories")) {
      assertThat(statusLine(path, "X: y")).as(path).containsPattern(" (400|401|404) ");
    }
  }

  @Test
  void queriesOtherInstancesWithTheToken() {
    InMemoryQueries there = new InMemoryQueries();
    there.publish(StoryFixtures.open("s2", "Ferry delayed", 0));
    try (TestServer other = TestServer.over(there, SETTINGS, Set::of);
        TestServer here = TestServer.over(queries, SETTINGS, () -> Set.of(other.address()))) {
      assertThat(here.get("/api/stories/s2", "Authorization", "Bearer s3cret").body())
          .contains("Ferry delayed");
    }
  }

  private HttpRequest.Builder signIn(String scheme) {
    return service
        .request("/api/session")
        .headers("Authorization", "Bearer s3cret", "X-Forwarded-Proto", scheme)
        .POST(empty());
  }

  private static HttpRequest.BodyPublisher empty() {
    return HttpRequest.BodyPublishers.noBody();
  }

  /** Returns the first line of the response to a path that is sent exactly so. */
  private String statusLine(String path, String header) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
      String request =
          "GET %s HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n%s\r\n\r\n"
              .formatted(path, header);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
          .readLine();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
