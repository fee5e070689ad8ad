package dev.storywire.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class BrokerSilenceTest {
  private Instant now = Instant.parse("2026-03-12T12:00:00Z");

  private final BrokerSilence silence = new BrokerSilence(() -> now);

  @Test
  void reportsASilenceUntilItEnds() {
    silence.answered();
    fail(Duration.ofSeconds(5));
    assertThat(silence.sentence()).isEmpty();
    fail(Duration.ofSeconds(6));
    assertThat(silence.sentence())
        .hasValue(
            "The brokers have not answered since 2026-03-12T12:00:00Z;"
                + " the instance continues when they do.");
    fail(Duration.ofMinutes(10));
    assertThat(silence.sentence()).hasValueSatisfying(s -> assertThat(s).contains("12:00:00Z"));
    silence.answered();
    assertThat(silence.sentence()).isEmpty();
  }

  @Test
  void doesNotReportAnElection() {
    silence.answered();
    fail(Duration.ofSeconds(9));
    silence.answered();
    fail(Duration.ofSeconds(9));
    assertThat(silence.sentence()).isEmpty();
  }

  private void fail(Duration after) {
    now = now.plus(after);
    silence.failed(new TimeoutException("no answer"));
  }
}
