package dev.storywire.text.language;

import dev.storywire.text.clean.CleanArticle;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Determines the language of an article, by the first of these rules that applies: a script that
 * only one language uses; the declared language, if the text has its function words or is too short
 * for detection; the language that OpenNLP's detector finds clearly more probable than the declared
 * one; the declared language. Thread-safe.
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
  private static final int FEWEST_LETTERS = 60;

  /** Minimum ratio of the probability of another language to that of the declared one. */
  private static final double CLEARLY = 4;

  /** Minimum ratio of the probabilities of the best and the second language if none is declared. */
  private static final double LIKELIER = 1.5;

  private Language() {}

  /**
   * Returns a BCP 47 primary tag (ISO 639-1 if there is one), or {@link #UNDETERMINED}.
   *
   * @param declared the tag of the feed, in any usual form: "en", "en-US", "en_GB", "eng"
   */
  public static String detect(CleanArticle article, @Nullable String declared) {
    String tag = primary(declared);
    String sample = sample(article);
    Optional<String> byScript = Script.onlyLanguageOf(sample);
    if (byScript.isPresent()) {
      return byScript.get();
    }
    if (sample.codePoints().filter(Character::isLetter).count() < FEWEST_LETTERS) {
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
    double clearly = (declared == null ? LIKELIER : CLEARLY) * runnerUp;
    boolean clear = probabilities[likeliest] >= clearly && LanguageModel.knows(declared);
    return best.equals(declared) || clear
        ? best
        : Objects.requireNonNullElse(declared, UNDETERMINED);
  }

  private static String sample(CleanArticle article) {
    var sample = new StringBuilder(PREFIX);
    for (String paragraph : article.paragraphs()) {
      if (sample.length() >= PREFIX) {
        break;
      }
      sample.append(paragraph, 0, Math.min(paragraph.length(), PREFIX)).append(' ');
    }
    if (sample.length() < PREFIX) {
      sample.append(article.headline());
    }
    sample.setLength(Math.min(sample.length(), PREFIX));
    // case does not depend on the language, and headlines are often in capitals
    return sample.toString().toLowerCase(Locale.ROOT);
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
