package dev.storywire.dedup;

import static dev.storywire.dedup.Articles.NOTICE;
import static dev.storywire.dedup.Articles.NOTICE_NEXT_DAY;
import static dev.storywire.dedup.Articles.STORM;
import static dev.storywire.dedup.Articles.STORM_BY_ANOTHER;
import static dev.storywire.dedup.Articles.fingerprint;
import static dev.storywire.dedup.Articles.trimmed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CopyModelTest {
  private static final Duration AN_HOUR = Duration.ofHours(1);

  private final CopyModel model = CopyModel.shipped();
  private final Fingerprint storm = fingerprint("Storm wrecks fish market in Port Else", STORM);

  @Test
  void aReprintUnderAnotherHeadlineIsACopy() {
    var reprint = fingerprint("Eleven boats sunk as storm hits Port Else market", STORM);
    CopyDecision decision = model.decide(storm, reprint, AN_HOUR);
    assertThat(decision.copy()).isTrue();
    assertThat(decision.similarity()).isEqualTo(1);
    assertThat(decision.because()).startsWith("100% of the shorter text");
  }

  @Test
  void aTrimmedReprintIsACopy() {
    var reprint = fingerprint("Storm wrecks Port Else fish market", trimmed(STORM, 2));
    assertThat(model.decide(storm, reprint, AN_HOUR).copy()).isTrue();
  }

  @Test
  void anExtendedTakeIsACopy() {
    var take = fingerprint("Storm wrecks fish market in Port Else", STORM, STORM_BY_ANOTHER);
    assertThat(model.decide(storm, take, AN_HOUR).copy()).isTrue();
  }

  @Test
  void aCorrectionOfOneNumberIsACopy() {
    var corrected =
        fingerprint(
            "CORRECTED - Storm wrecks fish market in Port Else",
            STORM.replace("2.4 million", "3.4 million"));
    assertThat(model.decide(storm, corrected, AN_HOUR).copy()).isTrue();
  }

  @Test
  void typographyDoesNotMatter() {
    var plain =
        fingerprint("Storm", "\"It's 1,200 boats,\" he said - and didn't smile at all then.");
    var set = fingerprint("STORM", "“It’s 1200 boats”, he said — and did n't smile at all then .");
    assertThat(model.decide(plain, set, AN_HOUR).similarity()).isEqualTo(1);
  }

  @Test
  void anotherReportOfTheSameEventIsNotACopy() {
    var report = fingerprint("Port Else counts the cost of storm", STORM_BY_ANOTHER);
    assertThat(model.decide(storm, report, AN_HOUR).copy()).isFalse();
  }

  @Test
  void reportsThatShareOnlyQuotationsAreNotCopies() {
    String speech =
        "“We will rebuild the market before the summer, and we will build it so that no storm of ours"
            + " takes its roof again, whatever the state thinks of the price of that,”";
    var one =
        fingerprint(
            "Mayor promises new market",
            "Port Else will have a new market hall, the mayor, Ida Holm, told a meeting of 300.",
            speech + " she said to applause from the stalls.",
            "Fishermen asked when they would see the first nail.");
    var other =
        fingerprint(
            "Fishermen doubt plan for hall",
            speech + " said Holm. Not all were convinced that evening in the school.",
            "Per Strand, whose boat lies 12 metres down, asked who was to pay his crew of four.");
    assertThat(model.decide(one, other, AN_HOUR).copy()).isFalse();
  }

  @Test
  void pagesThatShareOnlyTheirFurnitureAreNotCopies() {
    String gallery = STORM + " " + STORM_BY_ANOTHER;
    var one =
        fingerprint(
            "Vote on harbour tax put off",
            "The council of Gull Island has put off its vote on a tax for visiting yachts until the"
                + " spring, after skippers blocked the lock with their boats for two mornings.",
            gallery);
    var other =
        fingerprint(
            "School choir wins in the capital",
            "Thirty children from a village without a bus stop won the national prize for choirs on"
                + " Saturday, singing a song that their teacher wrote on the way there.",
            gallery);
    assertThat(model.decide(one, other, AN_HOUR).copy()).isFalse();
  }

  @Test
  void anotherInstanceOfATemplateIsNotACopy() {
    var monday = fingerprint("CENTRAL BANK BUYS BILLS", NOTICE);
    var tuesday = fingerprint("CENTRAL BANK BUYS BILLS", NOTICE_NEXT_DAY);
    assertThat(model.decide(monday, tuesday, Duration.ofDays(1)).copy()).isFalse();
  }

  @Test
  void headlinesThatDifferOnlyInANumberAreNotCopies() {
    var one = fingerprint("The year 2025 in pictures", STORM);
    var other = fingerprint("The year 2026 in pictures", STORM);
    assertThat(model.decide(one, other, Duration.ZERO).copy()).isFalse();
  }

  @Test
  void theSameWordsAWeekLaterAreNotACopy() {
    assertThat(model.decide(storm, storm, Duration.ofDays(7)).copy()).isFalse();
  }

  @Test
  void theSameFlashOnTheSameDayIsACopy() {
    var flash = fingerprint("NORLAND CENTRAL BANK CUTS KEY RATE BY HALF A POINT");
    assertThat(model.decide(flash, flash, AN_HOUR).copy()).isTrue();
    assertThat(model.decide(flash, flash, Duration.ofDays(1)).copy()).isFalse();
    assertThat(model.decide(flash, storm, AN_HOUR).copy()).isFalse();
    var heading = fingerprint("MARKET CLOSE");
    assertThat(model.decide(heading, heading, AN_HOUR).copy()).isFalse();
  }

  @Test
  void flashesOfOneLengthWithOtherWordsAreNotCopies() {
    var cut = fingerprint("NORLAND CENTRAL BANK CUTS KEY RATE");
    var lift = fingerprint("NORLAND CENTRAL BANK LIFTS KEY RATE");
    assertThat(model.decide(cut, lift, AN_HOUR).copy()).isFalse();
    assertThat(model.decide(cut, lift, AN_HOUR).score()).isZero();
  }

  @Test
  void aFlashHasAtLeastFiveWordsAndIsRepeatedWithinTwelveHours() {
    var five = fingerprint("NORLAND BANK CUTS KEY RATE");
    assertThat(model.decide(five, five, CopyModel.FLASH_WINDOW).copy()).isTrue();
    assertThat(model.decide(five, five, CopyModel.FLASH_WINDOW.plusMillis(1)).copy()).isFalse();
    var four = fingerprint("BANK CUTS KEY RATE");
    assertThat(model.decide(four, four, AN_HOUR).copy()).isFalse();
  }

  @Test
  void shortTextsUnderDifferentHeadlinesAreNotCopies() {
    String text = "The office will be closed on Monday. Calls are answered again on Tuesday at ";
    var one = fingerprint("Closed on Monday, says the tax office", text + "the usual times.");
    var same = fingerprint("Closed on Monday, says tax office", text + "the usual times.");
    var other = fingerprint("Post office in Port Else closes for a day", text + "the usual times.");
    assertThat(one.length()).isLessThan(25);
    assertThat(model.decide(one, same, AN_HOUR).copy()).isTrue();
    assertThat(model.decide(one, other, AN_HOUR).copy()).isFalse();
    assertThat(model.decide(one, other, AN_HOUR).because()).startsWith("They are short");

    String longer = text + "the usual times, except in the branch at the old fish market.";
    var long1 = fingerprint("Closed on Monday, says the tax office", longer);
    var long2 = fingerprint("Post office in Port Else closes for a day", longer);
    assertThat(long1.length()).isGreaterThanOrEqualTo(25);
    assertThat(model.decide(long1, long2, AN_HOUR).because()).doesNotContain("They are short");
  }

  @Test
  void theModelDecidesWhereNoRuleApplies() {
    var reprint = fingerprint("Eleven boats sunk in Port Else", STORM);
    assertThat(CopyModel.usesRegression(storm, reprint, CopyModel.WINDOW)).isTrue();
    assertThat(CopyModel.usesRegression(storm, reprint, CopyModel.WINDOW.plusMillis(1))).isFalse();
    var flash = fingerprint("Storm wrecks fish market in Port Else");
    assertThat(CopyModel.usesRegression(storm, flash, AN_HOUR)).isFalse();
    var eight = fingerprint("", "one two three four five six seven eight");
    var seven = fingerprint("", "one two three four five six seven");
    assertThat(CopyModel.usesRegression(storm, eight, AN_HOUR)).isTrue();
    assertThat(CopyModel.usesRegression(storm, seven, AN_HOUR)).isFalse();
    var year = fingerprint("The year 2025 in pictures", STORM);
    var next = fingerprint("The year 2026 in pictures", STORM);
    assertThat(CopyModel.usesRegression(year, next, AN_HOUR)).isFalse();
    assertThat(CopyModel.usesRegression(year, year, AN_HOUR)).isTrue();
  }

  @Test
  void theWindowIncludesItsEnd() {
    assertThat(model.decide(storm, storm, CopyModel.WINDOW).copy()).isTrue();
    assertThat(model.decide(storm, storm, CopyModel.WINDOW.plusMillis(1)).copy()).isFalse();
  }

  @Test
  void theOrderOfTheArticlesDoesNotMatter() {
    var reprint = fingerprint("Storm wrecks Port Else fish market", trimmed(STORM, 2));
    assertThat(model.decide(storm, reprint, AN_HOUR).score())
        .isEqualTo(model.decide(reprint, storm, AN_HOUR.negated()).score());
  }

  @Test
  void eachWeightHasTheDocumentedSign() {
    double[] weights = model.weights();
    for (int i = 0; i < CopyFeatures.NAMES.size(); i++) {
      boolean against = CopyFeatures.NAMES.get(i).startsWith("replaced");
      assertThat(weights[i]).as(CopyFeatures.NAMES.get(i)).matches(w -> against ? w < 0 : w > 0);
    }
  }

  @Test
  void refusesAModelWithAMissingWeight() {
    assertThatThrownBy(() -> CopyModel.read(new StringReader("facts = 1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("longRuns");
  }
}
