package dev.storywire.dedup;

import static dev.storywire.dedup.Articles.STORM;
import static dev.storywire.dedup.Articles.STORM_BY_ANOTHER;
import static dev.storywire.dedup.Articles.fingerprint;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BandsTest {
  @Test
  void aTextSharesAllBandsWithItselfAndNoneWithAnother() {
    int[] storm = fingerprint("Storm", STORM).bands();
    assertThat(storm).hasSize(Bands.COUNT).doesNotHaveDuplicates();
    assertThat(common(storm, fingerprint("Another headline", STORM).bands()))
        .isEqualTo(Bands.COUNT);
    assertThat(common(storm, fingerprint("Storm", STORM_BY_ANOTHER).bands())).isZero();
  }

  @Test
  void theBandsOfAnOpeningRemainWhenMuchIsAdded() {
    int[] storm = fingerprint("", STORM).bands();
    int[] extended = fingerprint("", STORM + filler(3_000)).bands();
    assertThat(common(storm, extended)).isGreaterThanOrEqualTo(8);
  }

  @Test
  void theBandsOfTheWholeTextRemainWhenTheOpeningIsNew() {
    int[] storm = fingerprint("", STORM).bands();
    int[] opened = fingerprint("", filler(90) + " " + STORM).bands();
    assertThat(common(storm, opened)).isGreaterThanOrEqualTo(2);
  }

  @Test
  void fiveWordsAreEnoughForTheBandsOfAText() {
    assertThat(fingerprint("Storm", "one two three four five").bands()).hasSize(Bands.COUNT);
    assertThat(fingerprint("Storm", "one two three four").bands()).hasSize(1);
    assertThat(fingerprint("", "one two three four").bands()).isEmpty();
  }

  @Test
  void aFlashSharesABandWithTheSameFlashOnly() {
    int[] cut = fingerprint("NORLAND CENTRAL BANK CUTS KEY RATE").bands();
    assertThat(cut).hasSize(1).isEqualTo(fingerprint("Norland central bank cuts key rate").bands());
    assertThat(cut).isNotEqualTo(fingerprint("NORLAND CENTRAL BANK LIFTS KEY RATE").bands());
  }

  private static int common(int[] bands, int[] others) {
    return (int)
        Arrays.stream(bands).filter(b -> Arrays.stream(others).anyMatch(o -> o == b)).count();
  }

  /** Returns words that are in no other text. */
  private static String filler(int words) {
    return IntStream.range(0, words).mapToObj(i -> " word" + i).collect(Collectors.joining());
  }
}
