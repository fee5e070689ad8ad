package dev.storywire.story.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storywire.schemas.NewsItem;
import java.lang.management.ManagementFactory;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks that preparing an item takes linear time for texts of any kind. It compares the processor
 * time for a text and for one of eight times its length. The bounds are wide, since the machine may
 * be busy, and far below the time of a quadratic step.
 */
class PreparationCostTest {
  private static final int SHORT = 30_000;
  private static final int TIMES = 8;

  /**
   * Eight times the text may take twenty times the time because of noise; a quadratic step takes 64
   * times.
   */
  private static final double MAX_TIMES = 20;

  /** Below this, the time for the shorter text is noise. */
  private static final double MIN_SECONDS = 0.05;

  /**
   * Single measurements may be disturbed by compilation and other processes; a quadratic step fails
   * all of them.
   */
  private static final int ATTEMPTS = 4;

  private static final Preparation PREPARATION = new Preparation(LaneRule.parse("language"));

  static Stream<Arguments> shapes() {
    return Stream.of(
        shape("single capitals", i -> "A B "),
        shape("capitalised names", i -> "Aab" + letters(i) + " Bec" + letters(i / 7) + " "),
        shape("one given name, many family names", i -> "John Tre" + letters(i % 3000) + ", "),
        shape(
            "a voter list", i -> i % 900 + " Maria Hol" + letters(i % 900) + ", 12 High Street\n"),
        shape("teletype in capitals", i -> "MINISTER SAYS RATES WILL RISE AGAIN "),
        shape("names of one person", i -> "Smith met John Smith. "),
        shape("abbreviations", i -> "Inc. "),
        shape("acronyms", i -> "U.S. "),
        shape("organisations with acronyms", i -> "Dock Union Council (DUC) "),
        shape("no spaces", i -> "x"),
        shape("one word of capitals", i -> "X"),
        shape("punctuation", i -> ".,;:!?"),
        shape("underscores", i -> "_"),
        shape("nested quotes", i -> "“a \"b «c "),
        shape("brackets", i -> "("),
        shape("digits", i -> "1"),
        shape("short lines", i -> "a\n"),
        shape("paragraphs", i -> "One more line here.\n\n"),
        shape("datelines", i -> "HOLM, March 3 (AP) - Talks began.\n\n"),
        shape("bylines", i -> "By Ann Holm\n"),
        shape("open tags", i -> "<div>"),
        shape("angle brackets", i -> "<"),
        shape("text without spaces in Han", i -> "中国"),
        shape("Thai", i -> "ไทย"),
        shape("combining marks", i -> "́"),
        shape("kill notes", i -> "KILL KILL please kill the item "));
  }

  private static Arguments shape(String name, IntFunction<String> part) {
    return Arguments.of(name, part);
  }

  private static String letters(int number) {
    StringBuilder letters = new StringBuilder();
    for (int rest = number, i = 0; i < 3; i++, rest /= 20) {
      letters.append("bcdfghjklmnpqrstvwxz".charAt(rest % 20));
    }
    return letters.toString();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shapes")
  void takesLinearTime(String name, IntFunction<String> part) {
    seconds(part, SHORT); // compiles the code that this shape needs
    double times = Double.MAX_VALUE;
    for (int attempt = 0; attempt < ATTEMPTS && times >= MAX_TIMES; attempt++) {
      double single = Math.max(MIN_SECONDS, seconds(part, SHORT));
      times = seconds(part, TIMES * SHORT) / single;
    }

    assertThat(times).as(name).isLessThan(MAX_TIMES);
  }

  @Test
  void refusesAnItemOfTooManyWords() {
    assertThatThrownBy(() -> PREPARATION.prepare(item(text(i -> "A B ", 800_000)), 1, 0))
        .isInstanceOf(RefusedItemException.class)
        .hasMessageContaining("at most 300000");
  }

  @Test
  void refusesAnItemOfTooManyNames() {
    IntFunction<String> voter =
        i -> "Maria " + "BCDFGHJKLM".charAt(i / 800 % 10) + "ol" + letters(i) + " voted in Holm.\n";

    assertThatThrownBy(() -> PREPARATION.prepare(item(text(voter, 300_000)), 1, 0))
        .isInstanceOf(RefusedItemException.class)
        .hasMessageContaining("distinct names; at most 5000");
  }

  private static double seconds(IntFunction<String> part, int length) {
    NewsItem item = item(text(part, length));
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    PREPARATION.prepare(item, 1, 0);
    return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
  }

  private static String text(IntFunction<String> part, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; text.length() < length; i++) {
      text.append(part.apply(i));
    }
    return text.toString();
  }

  private static NewsItem item(String body) {
    return NewsItem.plain("test:cost", null, "en", "A text of an unusual shape", body, "Agency");
  }
}
