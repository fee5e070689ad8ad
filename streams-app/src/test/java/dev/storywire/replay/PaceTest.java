package dev.storywire.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class PaceTest {
  private long now = 5_000;

  private final InstantSource clock = () -> Instant.ofEpochMilli(now);

  @Test
  void waitsForEventsAfterTheFirst() throws InterruptedException {
    Pace pace = Pace.of("60", clock);

    assertThat(pace.await(1_000_000)).isTrue();
    assertThat(pace.await(1_060_000)).isFalse();
    now += 1_000;
    assertThat(pace.await(1_060_000)).isTrue();
  }

  @Test
  void doesNotWaitAtFullSpeed() throws InterruptedException {
    Pace pace = Pace.of("max", clock);

    assertThat(pace.await(0)).isTrue();
    assertThat(pace.await(Long.MAX_VALUE)).isTrue();
  }

  @Test
  void refusesAnInvalidSpeed() {
    assertThatExceptionOfType(ReplayException.class)
        .isThrownBy(() -> Pace.of("0", clock))
        .withMessageContaining("'0'");
    assertThatExceptionOfType(ReplayException.class)
        .isThrownBy(() -> Pace.of("fast", clock))
        .withMessageContaining("max");
  }
}
