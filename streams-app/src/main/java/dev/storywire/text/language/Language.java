package dev.storywire.text.language;

import dev.storywire.text.clean.CleanArticle;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Determines the language of an article. The order of the evidence: a script that only one language
 * of the news uses; the declared language, if the text has its function words or is too short to
 * contradict it; the language that OpenNLP's detector finds clearly likelier than the declared one;
 * the declared language. Thread-safe.
 */
public final class Language {
  /** The tag of a text whose language cannot be told. */
  public static final String UNDETERMINED = "und";

  /** Chars that are read: the detector is sure long before, and its cost grows with the text. */
  private static final int PREFIX = 240;

  /** Below this many letters the detector guesses. */
  private static final int FEWEST_LETTERS = 60;

  /** How much likelier than the declared language another must be. */
  private static final double CLEARLY = 4;

  /** How much likelier than the next best a language must be where none is declared. */
  private static final double LIKELIER = 1.5;

  private Language() {}

  /**
   * A BCP 47 primary tag (ISO 639-1 where there is one), or {@link #UNDETERMINED}.
   *
   * @param declared the feed's tag, in any of the forms feeds use: "en", "en-US", "en_GB", "eng"
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
    double rival = 0;
    for (int i = 0; i < probabilities.length; i++) {
      String tag = LanguageModel.tagOf(i);
      if (declared == null ? !tag.equals(best) : tag.equals(declared)) {
        rival = Math.max(rival, probabilities[i]);
      }
    }
    double clearly = (declared == null ? LIKELIER : CLEARLY) * rival;
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
    // capitals carry no language, and headlines are often all capitals
    return sample.toString().toLowerCase(Locale.ROOT);
  }

  /** The primary tag of a declaration; null if it says nothing. */
  static @Nullable String primary(@Nullable String declared) {
    if (declared == null) {
      return null;
    }
    String tag = Locale.forLanguageTag(declared.strip().replace('_', '-')).getLanguage();
    return tag.isEmpty() || tag.equals(UNDETERMINED) ? null : LanguageModel.tag(tag);
  }
}
