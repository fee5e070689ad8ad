package dev.storywire.dedup;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;

/**
 * Decides from two fingerprints and the time between them whether one article is a copy of the
 * other: first by rules, then by a logistic regression on {@link CopyFeatures}.
 *
 * <p>Immutable. The shipped weights are in the resource {@code copies.properties}.
 *
 * @param weights one for each feature, then the intercept
 * @param threshold minimum score of a copy
 */
public record CopyModel(double[] weights, double threshold) {
  /**
   * Maximum time between original and copy. It is less than a week, because weekly notices have the
   * same words and are not copies.
   */
  public static final Duration WINDOW = Duration.ofDays(6);

  /**
   * Maximum time between copies without text. Flashes are repeated within hours; on the next day,
   * the same words are a new notice.
   */
  static final Duration FLASH_WINDOW = Duration.ofHours(12);

  /** Minimum number of words of a flash. A shorter one ("MARKET CLOSE") is a heading. */
  private static final int FLASH_WORDS = 5;

  /** Minimum number of words of a text that is compared. */
  private static final int MIN_WORDS = 8;

  /** A text with fewer words may be a template whose instances differ only in the headline. */
  private static final int SHORT_TEXT_WORDS = 25;

  /** Minimum share of common headline words for short texts. */
  private static final double SHORT_HEADLINE = 0.8;

  /** Checks the number of weights. */
  public CopyModel {
    if (weights.length != CopyFeatures.NAMES.size() + 1) {
      throw new IllegalArgumentException(
          "A copy model has %d weights, not %d"
              .formatted(CopyFeatures.NAMES.size() + 1, weights.length));
    }
  }

  /** Returns the shipped model. */
  public static CopyModel shipped() {
    try (InputStream in =
        Objects.requireNonNull(
            CopyModel.class.getResourceAsStream("copies.properties"),
            "copies.properties is missing")) {
      return read(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("copies.properties cannot be read", e);
    }
  }

  /**
   * Reads weights by feature name.
   *
   * @throws IllegalArgumentException if one is missing or not a number
   */
  static CopyModel read(Reader in) throws IOException {
    var properties = new Properties();
    properties.load(in);
    double[] weights = new double[CopyFeatures.NAMES.size() + 1];
    for (int i = 0; i < CopyFeatures.NAMES.size(); i++) {
      weights[i] = number(properties, CopyFeatures.NAMES.get(i));
    }
    weights[weights.length - 1] = number(properties, "intercept");
    return new CopyModel(weights, number(properties, "threshold"));
  }

  /** Decides on two articles. The order of a and b does not matter. */
  public CopyDecision decide(Fingerprint a, Fingerprint b, Duration apart) {
    if (apart.abs().compareTo(WINDOW) > 0) {
      return CopyDecision.no(0, "They are more than " + WINDOW.toDays() + " days apart.");
    }
    if (Math.max(a.length(), b.length()) < MIN_WORDS) {
      return flashes(a, b, apart);
    }
    if (Math.min(a.length(), b.length()) < MIN_WORDS) {
      return CopyDecision.no(0, "One of them is only a headline.");
    }
    var comparison = new CopyComparison(a, b);
    double similarity = comparison.similarity();
    if (HeadlineComparison.differOnlyInNumbers(a, b)) {
      return CopyDecision.no(similarity, "Their headlines are the same but for a number.");
    }
    if (!comparison.sharesAnOpening()) {
      return CopyDecision.no(
          similarity, "They share no opening, only what follows or surrounds it.");
    }
    CopyFeatures features = comparison.features(apart);
    if (Math.min(a.length(), b.length()) < SHORT_TEXT_WORDS
        && features.headline() < SHORT_HEADLINE) {
      return CopyDecision.no(similarity, "They are short, and their headlines differ.");
    }
    double score = score(features);
    return new CopyDecision(
        score >= threshold,
        score,
        similarity,
        CopyDecision.percent(similarity) + " of the shorter text is in both, word for word.");
  }

  /** Returns true if no rule applies, so that the regression decides. */
  public static boolean usesRegression(Fingerprint a, Fingerprint b, Duration apart) {
    return apart.abs().compareTo(WINDOW) <= 0
        && Math.min(a.length(), b.length()) >= MIN_WORDS
        && !HeadlineComparison.differOnlyInNumbers(a, b);
  }

  private static CopyDecision flashes(Fingerprint a, Fingerprint b, Duration apart) {
    boolean same = HeadlineComparison.areSame(a, b) && a.headline().length >= FLASH_WORDS;
    return same && apart.abs().compareTo(FLASH_WINDOW) <= 0
        ? new CopyDecision(true, 1, 1, "Both are the same flash, a headline without a text.")
        : CopyDecision.no(same ? 1 : 0, "They have no text to compare.");
  }

  private double score(CopyFeatures features) {
    double[] values = features.values();
    double sum = weights[values.length];
    for (int i = 0; i < values.length; i++) {
      sum += weights[i] * values[i];
    }
    return 1 / (1 + Math.exp(-sum));
  }

  private static double number(Properties properties, String key) {
    String value = properties.getProperty(key);
    try {
      return Double.parseDouble(Objects.requireNonNullElse(value, ""));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "The copy model's \"%s\" is a number, not %s".formatted(key, value), e);
    }
  }
}
