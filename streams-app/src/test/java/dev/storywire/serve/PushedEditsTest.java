package dev.storywire.serve;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.Edit;
import dev.storywire.serve.http.HttpSettings;
import dev.storywire.serve.query.NotReadyException;
import dev.storywire.serve.query.ServiceStatus;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests {@code POST /api/edits}: authorization, validation and responses. */
class PushedEditsTest {
  private static final String TOKEN = "of-the-editors";
  private static final String MERGE =
      """
      {"type":"merge","id":"e1","lane":"en","by":"Ada Lind","reason":"One fire","story":"s1","into":"s2"}""";

  private static final HttpSettings SETTINGS = HttpSettings.defaults().withAddress("127.0.0.1", 0);

  private final List<Edit> taken = new ArrayList<>();
  private final InMemoryQueries queries = new InMemoryQueries();
  private final TestServer service =
      TestServer.taking(
          queries, SETTINGS.withItemToken("of-the-feeds").withEditToken(TOKEN), this::take);

  @BeforeEach
  void publish() {
    queries.publish(StoryFixtures.open("s1", "Fire at the docks", 0));
    queries.publish(StoryFixtures.open("s2", "Dock fire spreads", 0));
    queries.publish(StoryFixtures.usable("urn:s1", "s1", "Fire at the docks"));
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void storesAnEditAndReturnsItsId() {
    HttpResponse<String> response = push(MERGE);

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.body()).isEqualTo("{\"id\":\"e1\"}");
    assertThat(taken)
        .containsExactly(new Edit.Merge("e1", "en", "Ada Lind", "One fire", "s1", "s2"));
  }

  @Test
  void respondsToAClientThatSendsAMuchTooLongBodyFirst() throws Exception {
    byte[] part = " ".repeat(1024 * 1024).getBytes(US_ASCII);
    int parts = 9;
    String head =
        "POST /api/edits HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(TOKEN, parts * part.length);
    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
      client.getOutputStream().write(head.getBytes(US_ASCII));
      for (int i = 0; i < parts; i++) {
        client.getOutputStream().write(part);
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      }
      byte[] status = client.getInputStream().readNBytes(12);

      assertThat(new String(status, US_ASCII)).isEqualTo("HTTP/1.1 413");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer wrong", "Bearer of-the-feeds", "of-the-editors"})
  void requiresItsOwnToken(String authorization) {
    HttpRequest.Builder request = post(MERGE);
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }

    assertThat(TestServer.problem(service.send(request), 401)).contains("Bearer TOKEN");
    assertThat(taken).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"type":"undo","id":"e","lane":"en","by":"a","edit":"f"} | The field reason is missing or empty.
          {"type":"kill"}        | The field type is 'kill'; expected move, split, merge, pin or undo.
          {"lane":"en"}          | The field type is missing; expected move, split, merge, pin or undo.
          {"type":"move","articles":{"a":1}} | The field articles has the wrong type; expected an array.
          []                     | The edit is not one JSON object.
          null                   | The edit is JSON null; expected an object.
          """)
  void refusesAnInvalidEditWithItsReason(String edit, String reason) {
    HttpResponse<String> response = push(edit);

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(TestServer.parse(response.body()).at("/code").asText()).isEqualTo("bad-edit");
    assertThat(TestServer.parse(response.body()).at("/reason").asText()).isEqualTo(reason);
    assertThat(taken).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "type":"merge","story":"s1","into":"s9"       | unknown-story   | There is no story s9: the id is wrong, or the story has retired.
          "type":"move","articles":["urn:s1"],"story":"s9" | unknown-story   | There is no story s9: the id is wrong, or the story has retired.
          "type":"split","story":"s1","articles":["urn:x"] | unknown-article | There is no article urn:x: the uri is wrong, or the article has expired.
          "type":"pin","story":"s1","article":"urn:x"   | unknown-article | There is no article urn:x: the uri is wrong, or the article has expired.
          """)
  void refusesAnEditThatNamesWhatDoesNotExist(String fields, String code, String reason) {
    HttpResponse<String> response =
        push(
            "{\"id\":\"e1\",\"lane\":\"en\",\"by\":\"Ada\",\"reason\":\"No\",%s}"
                .formatted(fields));

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(TestServer.parse(response.body()).at("/code").asText()).isEqualTo(code);
    assertThat(TestServer.parse(response.body()).at("/reason").asText()).isEqualTo(reason);
    assertThat(taken).isEmpty();
  }

  @Test
  void refusesAnEditOfAnotherLane() {
    HttpResponse<String> response = push(MERGE.replace("\"en\"", "\"de\""));

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body()).contains("other-lane", "Story s1 is in lane en, not in de.");
  }

  @Test
  void storesAnEditIfAStoreCannotBeRead() {
    queries.setState(ServiceStatus.State.REBALANCING);

    assertThat(push(MERGE.replace("s1", "s9")).statusCode()).isEqualTo(202);
    assertThat(taken).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "{\"type\":"})
  void refusesABodyThatIsNotJson(String body) {
    assertThat(TestServer.problem(push(body), 400)).startsWith("The body is not an edit.");
  }

  @Test
  void refusesTwoEditsInOneBody() {
    assertThat(push(MERGE + MERGE).statusCode()).isEqualTo(422);
    assertThat(taken).isEmpty();
  }

  @Test
  void refusesOtherTypesAndLongBodies() {
    assertThat(TestServer.problem(send(post(MERGE).header("Content-Type", "text/plain")), 415))
        .contains("application/json");
    assertThat(TestServer.problem(push(" ".repeat(256 * 1024 + 1)), 413)).contains("262144");
  }

  @Test
  void asksToRepeatAnEditThatCouldNotBeStored() {
    HttpResponse<String> response = push(MERGE.replace("e1", "away"));

    assertThat(TestServer.problem(response, 503)).contains("could not be stored");
    assertThat(response.headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void isOffUnlessItsTokenIsSet() {
    try (TestServer items = TestServer.taking(SETTINGS.withItemToken(TOKEN), pushed -> List.of())) {
      HttpRequest.Builder request =
          items
              .request("/api/edits")
              .POST(HttpRequest.BodyPublishers.ofString(MERGE))
              .header("Authorization", "Bearer " + TOKEN);
      assertThat(TestServer.problem(items.send(request), 404)).contains("without a token");
      assertThat(items.get("/").body()).doesNotContain("name=\"edits\"");
    }
    assertThat(service.get("/").body()).contains("name=\"edits\"");
  }

  private void take(Edit edit) {
    if (edit.id().equals("away")) {
      throw new NotReadyException("The edit could not be stored: no broker.");
    }
    taken.add(edit);
  }

  private HttpResponse<String> push(String body) {
    return send(post(body));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    return service.send(request.header("Authorization", "Bearer " + TOKEN));
  }

  private HttpRequest.Builder post(String body) {
    return service.request("/api/edits").POST(HttpRequest.BodyPublishers.ofString(body));
  }
}
