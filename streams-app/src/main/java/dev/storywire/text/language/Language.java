package dev.storywire.text.language;

import dev.storywire.text.clean.CleanArticle;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Determines the language of an article, by the first of these rules that applies: the language of
 * a script that few languages use; the declared language, if the text has its function words or is
 * too short for detection; the language that OpenNLP's detector finds most probable, if it is
 * clearly more probable than the declared one or the text has its function words; the declared
 * language. A declared language that does not use the script of the text counts as not declared.
 * Quotations are not read if there is enough other text. Thread-safe.
 */
public final class Language {
  /** The tag of an undetermined language. */
  public static final String UNDETERMINED = "und";

  /**
   * Number of chars that are read. They are sufficient for the detector, whose cost grows with the
   * text.
   */
  private static final int PREFIX = 240;

  /** With fewer letters the detector is unreliable. */
  private static final int MIN_LETTERS = 60;

  /** Minimum ratio of the probability of another language to that of the declared one. */
  private static final double MIN_RATIO_TO_DECLARED = 4;

  /** Minimum ratio of the probabilities of the best and the second language if none is declared. */
  private static final double MIN_RATIO_TO_SECOND = 1.5;

  /** Double quotation marks of all languages. Each begins a quotation or ends it. */
  private static final String QUOTES = "\"„“”«»";

  private Language() {}

  /**
   * Returns a BCP 47 primary tag (ISO 639-1 if there is one), or {@link #UNDETERMINED}.
   *
   * @param declared the tag of the feed, in any usual form: "en", "en-US", "en_GB", "eng"
   */
  public static String detect(CleanArticle article, @Nullable String declared) {
    String tag = primary(declared);
    String sample = sample(article, true);
    boolean isConfirmed = tag != null && FunctionWords.confirm(tag, sample);
    if (!isConfirmed && letters(sample) < MIN_LETTERS) {
      sample = sample(article, false);
    }
    tag = tag != null && Script.excludes(sample, tag) ? null : tag;
    Optional<String> byScript = Script.languageOf(sample, tag);
    if (byScript.isPresent()) {
      return byScript.get();
    }
    if (isConfirmed || letters(sample) < MIN_LETTERS) {
      return Objects.requireNonNullElse(tag, UNDETERMINED);
    }
    return tag != null && FunctionWords.confirm(tag, sample) ? tag : byText(sample, tag);
  }

  private static String byText(String sample, @Nullable String declared) {
    double[] probabilities = LanguageModel.probabilities(sample);
    int likeliest = 0;
    for (int i = 1; i < probabilities.length; i++) {
      likeliest = probabilities[i] > probabilities[likeliest] ? i : likeliest;
    }
    String best = LanguageModel.tagOf(likeliest);
    double runnerUp = 0;
    for (int i = 0; i < probabilities.length; i++) {
      String tag = LanguageModel.tagOf(i);
      if (declared == null ? !tag.equals(best) : tag.equals(declared)) {
        runnerUp = Math.max(runnerUp, probabilities[i]);
      }
    }
    double clearly = (declared == null ? MIN_RATIO_TO_SECOND : MIN_RATIO_TO_DECLARED) * runnerUp;
    boolean clear =
        LanguageModel.supports(declared)
            && (probabilities[likeliest] >= clearly || FunctionWords.confirm(best, sample));
    return best.equals(declared) || clear
        ? best
        : Objects.requireNonNullElse(declared, UNDETERMINED);
  }

  private static long letters(String text) {
    return text.codePoints().filter(Character::isLetter).count();
  }

  private static String sample(CleanArticle article, boolean skipsQuotations) {
    var sample = new StringBuilder(PREFIX);
    for (String paragraph : article.paragraphs()) {
      if (sample.length() >= PREFIX) {
        break;
      }
      append(paragraph, skipsQuotations, sample);
    }
    if (sample.length() < PREFIX) {
      sample.append(article.headline());
    }
    sample.setLength(Math.min(sample.length(), PREFIX));
    // case does not depend on the language, and headlines are often in capitals
    return sample.toString().toLowerCase(Locale.ROOT);
  }

  /**
   * Adds a paragraph until the sample is full. A quotation ends with its paragraph at the latest.
   */
  private static void append(String paragraph, boolean skipsQuotations, StringBuilder sample) {
    boolean quoted = false;
    for (int i = 0; i < paragraph.length() && sample.length() < PREFIX; i++) {
      char c = paragraph.charAt(i);
      if (QUOTES.indexOf(c) >= 0) {
        quoted = !quoted;
      } else if (!(quoted && skipsQuotations)) {
        sample.append(c);
      }
    }
    sample.append(' ');
  }

  /** Returns the primary tag of a declaration; null if it is not a language. */
  static @Nullable String primary(@Nullable String declared) {
    if (declared == null) {
      return null;
    }
    String tag = Locale.forLanguageTag(declared.strip().replace('_', '-')).getLanguage();
    return tag.isEmpty() || tag.equals(UNDETERMINED) ? null : LanguageModel.tag(tag);
  }
}
