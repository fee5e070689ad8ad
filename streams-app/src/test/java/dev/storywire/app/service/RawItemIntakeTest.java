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
import dev.storywire.serve.query.ItemIntake.Outcome;
import dev.storywire.serve.query.ItemIntake.Result;
import dev.storywire.serve.query.NotReadyException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RawItemIntakeTest {
  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

  private List<Result> push(String items) throws JsonProcessingException {
    try (var intake = new RawItemIntake(() -> new JsonLinesWriter(lines), Clock.systemUTC())) {
      List<JsonNode> each = new ArrayList<>();
      Json.mapper().readTree(items).forEach(each::add);
      return intake.take(each);
    }
  }

  @Test
  void acceptsNinjs1AndNinjs3() throws JsonProcessingException {
    List<Result> results =
        push(
            """
            [{"uri":"urn:a","headlines":[{"value":"Harbour bridge closed"}],"type":"text"},
             {"uri":"urn:b","headline":"Harbour bridge open","body_text":"It is.","type":"text"},
             {"uri":"urn:c","version":"2","pubStatus":"canceled"}]""");

    assertThat(results).extracting(Result::uri).containsExactly("urn:a", "urn:b", "urn:c");
    assertThat(results).extracting(Result::outcome).containsOnly(Outcome.ACCEPTED);
    assertThat(lines.toString(StandardCharsets.UTF_8))
        .contains("\"headlines\":[{\"role\":\"main\",\"value\":\"Harbour bridge open\"");
  }

  @Test
  void connectsAgainAfterAFailure() throws JsonProcessingException {
    JsonNode item =
        Json.mapper().readTree("{\"uri\":\"urn:a\",\"headline\":\"Harbour bridge closed\"}");
    AtomicInteger connections = new AtomicInteger();
    RawItemIntake intake =
        new RawItemIntake(
            () -> connections.incrementAndGet() == 1 ? new Unreachable() : writer(),
            Clock.systemUTC());

    assertThatThrownBy(() -> intake.take(List.of(item)))
        .isInstanceOf(NotReadyException.class)
        .hasMessageContaining("no broker");
    assertThat(intake.take(List.of(item))).containsExactly(Result.accepted("urn:a"));
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
    List<Result> results =
        push(
            """
            [7, {"headlines":[{"value":"Harbour bridge closed"}]},
             {"uri":"urn:picture","type":"picture"},
             {"uri":"urn:a","headlines":[{"value":"Harbour bridge closed"}],"versionCreated":"soon"}]""");

    assertThat(results).extracting(Result::outcome).containsOnly(Outcome.REFUSED);
    assertThat(results)
        .extracting(Result::code)
        .containsExactly("wrong-type", "no-uri", "no-text", "bad-date");
  }
}
