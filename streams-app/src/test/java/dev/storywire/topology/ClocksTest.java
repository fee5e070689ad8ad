package dev.storywire.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.story.state.LaneOutput;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests wrong times of records, producers and instances. The topology runs without a broker, so
 * that no broker refuses a timestamp.
 */
class ClocksTest {
  private static final Instant MARCH = Instant.parse("2026-03-12T12:00:00Z");
  private static final Instant NOVEMBER = Instant.parse("2026-11-05T09:00:00Z");

  private final List<LaneOutput.ClockAhead> ahead = new ArrayList<>();
  private final List<String> late = new ArrayList<>();
  private final Flow flow =
      new Flow(
          new FlowListener() {
            @Override
            public void decided(LaneOutput output) {
              if (output instanceof LaneOutput.ClockAhead lead) {
                ahead.add(lead);
              }
            }

            @Override
            public void refused(String stage, String code) {}

            @Override
            public void late(String lane) {
              late.add(lane);
            }
          });

  @AfterEach
  void close() {
    flow.close();
  }

  @Test
  void aRecordOfTheFutureIsRefusedAndMovesNothing() {
    flow.send(item("urn:a", "Nordwire"), MARCH);
    flow.append(
        "key", item("urn:2099", "Nordwire").getBytes(UTF_8), Instant.parse("2099-01-01T00:00:00Z"));
    flow.send(item("urn:b", "Nordwire"), MARCH.plusSeconds(60));
    flow.settle();

    assertThat(flow.deadLetters()).extracting(Flow.DeadLetter::code).containsExactly("date-ahead");
    assertThat(decided()).containsExactly("urn:a", "urn:b");
  }

  @Test
  void oneWrongDateInAnArchiveExpiresNothing() {
    flow.wallClock(Instant.parse("2026-11-20T00:00:00Z"));
    flow.append("a", item("urn:a", "Nordwire").getBytes(UTF_8), MARCH);
    flow.append("wrong", item("urn:wrong", "Vale Courier").getBytes(UTF_8), NOVEMBER);
    flow.append("b", item("urn:b", "Nordwire").getBytes(UTF_8), MARCH.plus(Duration.ofDays(1)));
    flow.settle();
    flow.append("c", item("urn:c", "Nordwire").getBytes(UTF_8), MARCH.plus(Duration.ofDays(2)));
    flow.settle();

    assertThat(decided()).containsExactly("urn:a", "urn:b", "urn:wrong", "urn:c");
    assertThat(flow.tombstones()).isEmpty();
    assertThat(ahead).extracting(LaneOutput.ClockAhead::isConfirmed).containsExactly(false);
  }

  @Test
  void anArchiveThatTodaysNewsFollowsExpires() {
    flow.send(item("urn:old", "Nordwire"), MARCH);
    flow.send(item("urn:a", "Nordwire"), NOVEMBER);
    flow.send(item("urn:b", "Vale Courier"), NOVEMBER.plusSeconds(60));
    flow.settle();

    assertThat(decided()).containsExactly("urn:old", "urn:a", "urn:b");
    assertThat(flow.tombstones()).hasSize(1);
    assertThat(ahead).extracting(LaneOutput.ClockAhead::isConfirmed).containsExactly(false, true);
  }

  @Test
  void aRecordOfLongAgoIsDecidedAtTheLaneClock() {
    flow.send(item("urn:a", "Nordwire"), MARCH);
    flow.settle();
    flow.append(
        "key", item("urn:1987", "Nordwire").getBytes(UTF_8), Instant.parse("1987-03-09T12:00:00Z"));
    flow.settle();

    assertThat(flow.verdicts()).extracting(ArticleVerdict::decidedAt).containsExactly(MARCH, MARCH);
    assertThat(flow.tombstones()).isEmpty();
    assertThat(late).hasSize(1);
  }

  @Test
  void anArchiveThatFollowsTodaysNewsIsLogged() {
    List<String> logged =
        Logged.during(
            LateArticles.class,
            () -> {
              flow.send(item("urn:today", "Nordwire"), MARCH);
              flow.settle();
              for (int i = 0; i < 12; i++) {
                Instant time = MARCH.minus(Duration.ofDays(20)).plusSeconds(i);
                flow.append("old" + i, item("urn:old:" + i, "Nordwire").getBytes(UTF_8), time);
                flow.settle();
              }
            });

    assertThat(late).hasSize(12);
    assertThat(logged).hasSize(2);
    assertThat(logged.get(0))
        .startsWith("Lane en: article urn:old:0 has the time 2026-02-20T12:00:00Z")
        .endsWith("So far there were 1");
    assertThat(logged.get(1)).contains("urn:old:9").endsWith("So far there were 10");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 60})
  void eachRecordOfAProducerWhoseClockJumpsIsDecidedOnce(int hours) {
    // unlike events: the verdict of an article whose story is merged is published again
    List<String> events =
        List.of(
            "Ferry runs aground", "Choir wins a prize", "Bank cuts rates", "Comet seen at dawn");
    flow.wallClock(MARCH.plus(Duration.ofDays(4)));
    for (int i = 0; i < 4; i++) {
      Instant time = MARCH.plusSeconds(i).plus(Duration.ofHours(i % 2 == 0 ? 0 : hours));
      String item =
          """
          {"uri":"urn:%d","language":"en","headlines":[{"value":"%s"}]}"""
              .formatted(i, events.get(i));
      flow.append("key", item.getBytes(UTF_8), time);
      flow.settle();
    }

    assertThat(decided()).containsExactlyInAnyOrder("urn:0", "urn:1", "urn:2", "urn:3");
    assertThat(flow.deadLetters()).isEmpty();
    assertThat(flow.tombstones()).isEmpty();
  }

  @Test
  void anInstanceOneHourFastEndsAnEmbargoOneHourEarly() {
    String embargoed =
        item("urn:a", "Nordwire")
            .replace("{\"uri\"", "{\"embargoedUntil\":\"%s\",\"uri\"")
            .formatted(MARCH.plus(Duration.ofHours(2)));
    flow.wallClock(MARCH);
    flow.append("key", embargoed.getBytes(UTF_8), MARCH);
    flow.append("key", item("urn:b", "Nordwire").getBytes(UTF_8), MARCH.plusSeconds(1));
    flow.wallClock(MARCH.plus(Duration.ofMinutes(59)));
    flow.settle();
    assertThat(decided()).containsExactly("urn:b");

    flow.wallClock(MARCH.plus(Duration.ofMinutes(61)).plus(Duration.ofHours(1)));
    flow.settle();
    List<ArticleVerdict> verdicts = flow.verdicts();
    assertThat(verdicts).extracting(ArticleVerdict::uri).containsExactly("urn:a");
    assertThat(verdicts.get(0).decidedAt()).isEqualTo(MARCH.plus(Duration.ofHours(2)));
  }

  @Test
  void anInstanceOneHourSlowDecidesTheSame() {
    flow.wallClock(MARCH.minus(Duration.ofHours(1)));
    flow.append("key", item("urn:a", "Nordwire").getBytes(UTF_8), MARCH);
    flow.append("key", item("urn:b", "Nordwire").getBytes(UTF_8), MARCH.plus(Duration.ofHours(22)));
    flow.append("key", item("urn:c", "Nordwire").getBytes(UTF_8), MARCH.plus(Duration.ofHours(24)));
    flow.settle();

    assertThat(decided()).containsExactly("urn:a", "urn:b");
    assertThat(flow.deadLetters()).extracting(Flow.DeadLetter::code).containsExactly("date-ahead");
  }

  private List<String> decided() {
    return flow.verdicts().stream().filter(Objects::nonNull).map(ArticleVerdict::uri).toList();
  }

  private static String item(String uri, String source) {
    return """
        {"uri":"%s","language":"en","headlines":[{"value":"Snow closes the pass at %s"}],\
        "bodies":[{"value":"The road over the pass of %s was shut."}],\
        "infoSources":[{"name":"%s"}]}"""
        .formatted(uri, uri, uri, source);
  }
}
