package dev.storywire.dedup;

import static dev.storywire.dedup.Articles.fingerprint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CopyComparisonTest {
  /** Common words before and after the place in which two texts differ. */
  private static final String BEFORE = "the ferry left the quay with";

  private static final String AFTER = "on board after the storm had passed";

  @Test
  void anotherNumberBetweenTwoRunsIsReplaced() {
    CopyFeatures features = compare("40 people", "90 people");
    // of the one number in each text, and of the one fact
    assertThat(features.replacedNumbers()).isEqualTo(1 / 2.0);
    assertThat(features.replacedFacts()).isEqualTo(1 / 2.0);
  }

  @Test
  void aNumberInsteadOfWordsIsNotReplaced() {
    assertThat(compare("40 people", "many people").replacedNumbers()).isZero();
    assertThat(compare("many people", "40 people").replacedNumbers()).isZero();
    assertThat(compare("few people", "many people").replacedNumbers()).isZero();
  }

  @Test
  void numbersAreReplacedOnlyInAShortGap() {
    assertThat(compare("some 40 people", "about 90 men").replacedNumbers()).isPositive();
    CopyFeatures four = compare("some 40 young people", "about 90 old men");
    assertThat(four.replacedNumbers()).isZero();
    assertThat(four.replacedFacts()).isPositive();
    assertThat(compare("some 40 young people", "men").replacedNumbers()).isZero();
  }

  @Test
  void factsAreReplacedOnlyInAGapOfSixWords() {
    assertThat(compare("Ada and two of the crew", "Tom with all his three sons").replacedFacts())
        .isPositive();
    assertThat(
            compare("Ada and two of the old crew", "Tom with all his three sons").replacedFacts())
        .isZero();
  }

  @Test
  void aNameThatTheOtherTextHasElsewhereIsNotReplaced() {
    assertThat(compare("Ada Lind", "Tom Berg").replacedFacts()).isPositive();
    Fingerprint one = fingerprint("", text("Ada Lind"));
    Fingerprint other = fingerprint("Ada Lind and Tom Berg at sea", text("Tom Berg"));
    assertThat(features(one, other).replacedFacts()).isZero();
    assertThat(features(other, one).replacedFacts()).isZero();
  }

  @Test
  void aReplacementCountsForMoreAfterADay() {
    Fingerprint one = fingerprint("", text("40 people"));
    Fingerprint other = fingerprint("", text("90 people"));
    CopyFeatures later = new CopyComparison(one, other).features(Duration.ofDays(-1));
    assertThat(later.replacedNumbers()).isCloseTo((1 + Math.log(2)) / 2, within(1e-9));
    assertThat(later.replacedFacts()).isCloseTo((1 + Math.log(2)) / 2, within(1e-9));
  }

  @Test
  void wordsBetweenRunsInAnotherOrderAreNotReplaced() {
    Fingerprint one = fingerprint("", BEFORE + " 40 " + AFTER);
    Fingerprint other = fingerprint("", AFTER + " 90 " + BEFORE);
    assertThat(features(one, other).replacedNumbers()).isZero();
  }

  @Test
  void aLongRunHasFiveWords() {
    Fingerprint text = fingerprint("", "one two three four five");
    assertThat(features(text, text).longRuns()).isEqualTo(1);
    Fingerprint four = fingerprint("", "one two three four and more");
    assertThat(features(text, four).longRuns()).isZero();
    assertThat(new CopyComparison(text, four).similarity()).isEqualTo(4 / 5.0);
  }

  @Test
  void factsAreCountedOutsideQuotationsOnly() {
    Fingerprint one = fingerprint("", "he saw Ada Lind there, “with Tom Berg”, and went home");
    // the other text has two of the two names outside quotations
    Fingerprint other = fingerprint("", "when he saw Ada Lind there");
    assertThat(features(one, other).facts()).isEqualTo(2.5 / 3);
    Fingerprint none = fingerprint("", "nothing of this was in the paper");
    assertThat(features(one, none).facts()).as("without common facts").isEqualTo(.5);
  }

  @Test
  void anOpeningIsSharedByAnEighthOfItsWords() {
    String filler = " w".repeat(60);
    Fingerprint four = fingerprint("", "one two three four" + filler);
    Fingerprint three = fingerprint("", "one two three" + filler.replace('w', 'v'));
    Fingerprint other = fingerprint("", "x".concat(" x".repeat(40)) + " one two three four");
    assertThat(new CopyComparison(four, other).sharesAnOpening()).isTrue();
    assertThat(new CopyComparison(other, four).sharesAnOpening()).isTrue();
    assertThat(new CopyComparison(three, other).sharesAnOpening()).isFalse();
  }

  private static CopyFeatures compare(String inOne, String inOther) {
    return features(fingerprint("", text(inOne)), fingerprint("", text(inOther)));
  }

  private static CopyFeatures features(Fingerprint one, Fingerprint other) {
    return new CopyComparison(one, other).features(Duration.ZERO);
  }

  private static String text(String between) {
    return BEFORE + " " + between + " " + AFTER;
  }
}
