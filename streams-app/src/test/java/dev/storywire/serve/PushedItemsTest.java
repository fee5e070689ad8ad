package dev.storywire.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storywire.serve.http.HttpSettings;
import dev.storywire.serve.query.ItemIntake;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests {@code POST /api/items}: authorization, formats, limits and responses. */
class PushedItemsTest {
  private static final String TOKEN = "a-long-secret";

  private TestServer service;

  @BeforeEach
  void start() {
    service =
        TestServer.taking(
            HttpSettings.defaults().withAddress("127.0.0.1", 0).withItemToken(TOKEN),
            items -> items.stream().map(PushedItemsTest::take).toList());
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void reportsTheOutcomeOfEachItem() {
    HttpResponse<String> response = push("[{\"uri\":\"urn:a\"},{}]");

    assertThat(response.statusCode()).isEqualTo(202);
    JsonNode items = TestServer.parse(response.body()).at("/items");
    assertThat(items.findValuesAsText("outcome")).containsExactly("accepted", "refused");
    assertThat(items.at("/0/uri").asText()).isEqualTo("urn:a");
    assertThat(items.at("/1/reason").asText()).isEqualTo("uri is missing.");
  }

  @Test
  void acceptsASingleItem() {
    assertThat(push("{\"uri\":\"urn:a\"}").statusCode()).isEqualTo(202);
  }

  @Test
  void answers422IfNothingWasAccepted() {
    HttpResponse<String> response = push("{}");

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body()).contains("\"code\":\"no-uri\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "Bearer wrong", "Basic a-long-secret", "a-long-secret"})
  void requiresTheToken(String authorization) {
    HttpRequest.Builder request = post("{\"uri\":\"urn:a\"}");
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    HttpResponse<String> response = service.send(request);

    assertThat(TestServer.problem(response, 401)).contains("Bearer TOKEN");
    assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "3", "[]", "\"text\"", "{\"uri\":", "null"})
  void refusesABodyThatIsNotAnItem(String body) {
    assertThat(TestServer.problem(push(body), 400)).startsWith("The body");
  }

  @Test
  void refusesTooDeepTooLongAndTooMany() {
    assertThat(TestServer.problem(push("[".repeat(5_000)), 400)).contains("not JSON");
    assertThat(TestServer.problem(push(" ".repeat(8 * 1024 * 1024 + 1)), 413)).contains("8388608");
    assertThat(TestServer.problem(push("[" + "{},".repeat(1_000) + "{}]"), 413)).contains("1001");
  }

  @Test
  void acceptsNewlineDelimitedJson() {
    HttpResponse<String> response =
        push("{\"uri\":\"urn:a\"}\n{\"uri\":\"urn:b\"}\n", "application/x-ndjson");

    assertThat(TestServer.parse(response.body()).findValuesAsText("uri"))
        .containsExactly("urn:a", "urn:b");
  }

  @Test
  void refusesABodyWithContentAfterItsJson() {
    String two = "{\"uri\":\"urn:a\"} {\"uri\":\"urn:b\"}";

    assertThat(TestServer.problem(push(two, "application/json"), 400)).contains("more than one");
    assertThat(TestServer.problem(push("[{}] x"), 400)).contains("not JSON");
    assertThat(TestServer.problem(push("{\"uri\":\"urn:a\"}\n{", "application/jsonl"), 400))
        .contains("line 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/xml",
        "application/x-www-form-urlencoded",
        "application/json; charset=utf-16"
      })
  void refusesOtherMediaTypes(String type) {
    assertThat(TestServer.problem(push("{\"uri\":\"urn:a\"}", type), 415)).contains("must be");
  }

  @Test
  void readsACompressedBodyAndRefusesAnotherEncoding() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write("{\"uri\":\"urn:a\"}".getBytes(StandardCharsets.UTF_8));
    }
    HttpRequest.Builder request =
        service
            .request("/api/items")
            .POST(HttpRequest.BodyPublishers.ofByteArray(zipped.toByteArray()))
            .header("Authorization", "Bearer " + TOKEN);

    assertThat(service.send(request.copy().header("Content-Encoding", "gzip")).statusCode())
        .isEqualTo(202);
    assertThat(
            TestServer.problem(service.send(request.copy().header("Content-Encoding", "br")), 415))
        .contains("'br'");
    assertThat(TestServer.problem(service.send(request), 400)).contains("UTF-8");
  }

  @Test
  void isOffUnlessATokenIsSet() {
    try (TestServer closed = TestServer.over(new InMemoryQueries())) {
      HttpRequest.Builder request =
          closed
              .request("/api/items")
              .POST(HttpRequest.BodyPublishers.ofString("{}"))
              .header("Authorization", "Bearer ");
      assertThat(TestServer.problem(closed.send(request), 404)).contains("without a token");
    }
  }

  @Test
  void doesNotSupportGet() {
    assertThat(service.problem("/api/items", 405)).contains("does not support GET");
  }

  private HttpResponse<String> push(String body) {
    return service.send(post(body).header("Authorization", "Bearer " + TOKEN));
  }

  private HttpResponse<String> push(String body, String type) {
    return service.send(
        post(body).header("Authorization", "Bearer " + TOKEN).header("Content-Type", type));
  }

  private HttpRequest.Builder post(String body) {
    return service.request("/api/items").POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static ItemIntake.Result take(JsonNode item) {
    return item.has("uri")
        ? ItemIntake.Result.accepted(item.get("uri").asText())
        : ItemIntake.Result.refused(null, "no-uri", "uri is missing.");
  }
}
