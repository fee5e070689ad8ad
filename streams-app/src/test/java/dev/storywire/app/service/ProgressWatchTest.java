package dev.storywire.app.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.topology.RawEndOffsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProgressWatchTest {
  private static final Duration LONG = ProgressWatch.STALL_AFTER.plusSeconds(1);

  private final ProgressWatch watch = new ProgressWatch();
  private Instant now = Instant.parse("2026-03-12T12:00:00Z");

  @Test
  void reportsAStall() {
    assertThat(poll(10, 50)).isEmpty();
    pass(LONG);
    assertThat(poll(10, 80)).hasValueSatisfying(s -> assertThat(s).contains("read to 10 of 80"));
  }

  @Test
  void aSingleRecordIsProgress() {
    assertThat(poll(10, 50)).isEmpty();
    pass(LONG);
    assertThat(poll(11, 80)).isEmpty();
    pass(LONG);
    assertThat(poll(11, 80)).isPresent();
  }

  @Test
  void aLullIsNotAStall() {
    assertThat(poll(50, 50)).isEmpty();
    pass(LONG);
    assertThat(poll(50, 51)).isEmpty();
    pass(Duration.ofSeconds(1));
    assertThat(poll(50, 51)).isEmpty();
  }

  @Test
  void anUnavailableBrokerIsNotAStall() {
    assertThat(poll(10, 50)).isEmpty();
    RawEndOffsets.Reading last = ends(10, 50);
    pass(LONG);
    assertThat(watch.findStall(Set.of(0), last, now)).isEmpty();
    assertThat(poll(10, 50)).isEmpty(); // the broker is back: the time starts again
  }

  @Test
  void ignoresPartitionsOfOtherInstances() {
    assertThat(poll(10, 50)).isEmpty();
    pass(LONG);
    assertThat(watch.findStall(Set.of(), ends(10, 50), now)).isEmpty();
  }

  private Optional<String> poll(long read, long end) {
    return watch.findStall(Set.of(0), ends(read, end), now);
  }

  private RawEndOffsets.Reading ends(long read, long end) {
    return new RawEndOffsets.Reading(
        1, now.toEpochMilli(), new long[] {end}, new long[] {end}, new long[] {read});
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }
}
