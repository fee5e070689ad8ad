package dev.storywire.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.storywire.producer.send.DeliveryException;
import dev.storywire.producer.send.ItemWriter;
import dev.storywire.producer.send.JsonLinesWriter;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.NewsItem;
import dev.storywire.serve.query.ItemIntake.Answer;
import dev.storywire.serve.query.ItemIntake.Outcome;
import dev.storywire.serve.query.NotReady;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RawIntakeTest {
  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

  private List<Answer> push(String items) throws JsonProcessingException {
    try (var intake = new RawIntake(() -> new JsonLinesWriter(lines), Clock.systemUTC())) {
      List<JsonNode> each = new ArrayList<>();
      Json.mapper().readTree(items).forEach(each::add);
      return intake.take(each);
    }
  }

  @Test
  void acceptsNinjs1AndNinjs3() throws JsonProcessingException {
    List<Answer> answers =
        push(
            """
            [{"uri":"urn:a","headlines":[{"value":"Harbour bridge closed"}],"type":"text"},
             {"uri":"urn:b","headline":"Harbour bridge open","body_text":"It is.","type":"text"},
             {"uri":"urn:c","version":"2","pubStatus":"canceled"}]""");

    assertThat(answers).extracting(Answer::uri).containsExactly("urn:a", "urn:b", "urn:c");
    assertThat(answers).extracting(Answer::outcome).containsOnly(Outcome.ACCEPTED);
    assertThat(lines.toString(StandardCharsets.UTF_8))
        .contains("\"headlines\":[{\"role\":\"main\",\"value\":\"Harbour bridge open\"");
  }

  @Test
  void connectsAgainAfterAFailure() throws JsonProcessingException {
    JsonNode item =
        Json.mapper().readTree("{\"uri\":\"urn:a\",\"headline\":\"Harbour bridge closed\"}");
    AtomicInteger connections = new AtomicInteger();
    RawIntake intake =
        new RawIntake(
            () -> connections.incrementAndGet() == 1 ? new Unreachable() : writer(),
            Clock.systemUTC());

    assertThatThrownBy(() -> intake.take(List.of(item)))
        .isInstanceOf(NotReady.class)
        .hasMessageContaining("no broker");
    assertThat(intake.take(List.of(item))).containsExactly(Answer.accepted("urn:a"));
    intake.close();
  }

  private JsonLinesWriter writer() {
    return new JsonLinesWriter(lines);
  }

  private static final class Unreachable implements ItemWriter {
    @Override
    public void send(NewsItem item, Instant time, Callback callback) {}

    @Override
    public void flush() {
      throw new DeliveryException("no broker", new IllegalStateException());
    }

    @Override
    public void close() {}
  }

  @Test
  void statesTheReasonOfEachRefusal() throws JsonProcessingException {
    List<Answer> answers =
        push(
            """
            [7, {"headlines":[{"value":"Harbour bridge closed"}]},
             {"uri":"urn:picture","type":"picture"},
             {"uri":"urn:a","headlines":[{"value":"Harbour bridge closed"}],"versionCreated":"soon"}]""");

    assertThat(answers).extracting(Answer::outcome).containsOnly(Outcome.REFUSED);
    assertThat(answers)
        .extracting(Answer::code)
        .containsExactly("wrong-type", "no-uri", "no-text", "bad-date");
  }
}
