package dev.storywire.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class ReplaySpeedTest {
  private long now = 5_000;

  private final InstantSource clock = () -> Instant.ofEpochMilli(now);

  @Test
  void waitsForEventsAfterTheFirst() throws InterruptedException {
    ReplaySpeed pace = ReplaySpeed.of("60", clock);

    assertThat(pace.await(1_000_000)).isTrue();
    assertThat(pace.await(1_060_000)).isFalse();
    now += 1_000;
    assertThat(pace.await(1_060_000)).isTrue();
  }

  @Test
  void doesNotWaitAtFullSpeed() throws InterruptedException {
    ReplaySpeed pace = ReplaySpeed.of("max", clock);

    assertThat(pace.await(0)).isTrue();
    assertThat(pace.await(Long.MAX_VALUE)).isTrue();
  }

  @Test
  void refusesAnInvalidSpeed() {
    assertThatExceptionOfType(ReplayException.class)
        .isThrownBy(() -> ReplaySpeed.of("0", clock))
        .withMessageContaining("'0'");
    assertThatExceptionOfType(ReplayException.class)
        .isThrownBy(() -> ReplaySpeed.of("fast", clock))
        .withMessageContaining("max");
  }
}
