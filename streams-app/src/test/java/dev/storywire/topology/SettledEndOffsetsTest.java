package dev.storywire.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SettledEndOffsetsTest {
  private RawEndOffsets.Reading latest = reading(0);
  private final SettledEndOffsets ends = new SettledEndOffsets(() -> latest, 2);

  @Test
  void hasTheReadingThatIsTwoIntervalsOlder() {
    assertThat(add(1)).isTrue();
    assertThat(add(2)).isTrue();
    assertThat(ends.settled()).isNull();
    assertThat(add(3)).isTrue();
    assertThat(ends.settled()).containsExactly(1);
    assertThat(add(4)).isTrue();
    assertThat(ends.settled()).containsExactly(2);
  }

  @Test
  void isNeverNewerIfReadingsWereMissed() {
    add(1);
    add(4);
    assertThat(ends.settled()).containsExactly(1);
    add(5);
    assertThat(ends.settled()).containsExactly(1);
    add(6);
    assertThat(ends.settled()).containsExactly(4);
  }

  @Test
  void ignoresTheSameReadingAndNone() {
    assertThat(add(0)).isFalse();
    assertThat(add(1)).isTrue();
    assertThat(add(1)).isFalse();
  }

  @Test
  void dropsAllReadingsOnClear() {
    add(1);
    add(3);
    ends.clear();
    assertThat(ends.settled()).isNull();
    assertThat(add(3)).isTrue();
    assertThat(ends.settled()).isNull();
  }

  private boolean add(long number) {
    latest = reading(number);
    return ends.advance();
  }

  private static RawEndOffsets.Reading reading(long number) {
    long[] offsets = {number};
    return new RawEndOffsets.Reading(number, number, offsets, offsets, offsets);
  }
}
