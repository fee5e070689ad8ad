package dev.storywire.text;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import opennlp.tools.langdetect.LanguageDetectorME;
import org.jspecify.annotations.Nullable;

/**
 * The language of an article: what its feed declares, unless the text clearly says otherwise.
 *
 * <p>Reads with OpenNLP's detector of 103 languages; where a script is written by one language
 * only, the script decides. Not thread-safe; each thread needs its own (they share the model).
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

  private final LanguageDetectorME detector = new LanguageDetectorME(LanguageModel.shared());

  /**
   * A BCP 47 primary tag (ISO 639-1 where there is one), or {@link #UNDETERMINED}.
   *
   * @param declared the feed's tag, in any of the forms feeds use: "en", "en-US", "en_GB", "eng"
   */
  public String detect(CleanArticle article, @Nullable String declared) {
    String tag = primary(declared);
    String sample = sample(article);
    Optional<String> byScript = Script.onlyLanguageOf(sample);
    if (byScript.isPresent()) {
      return byScript.get();
    }
    if (sample.codePoints().filter(Character::isLetter).count() < FEWEST_LETTERS) {
      return Objects.requireNonNullElse(tag, UNDETERMINED);
    }
    return byText(sample, tag);
  }

  private String byText(String sample, @Nullable String declared) {
    var guesses = detector.predictLanguages(sample);
    String best = LanguageModel.tag(guesses[0].getLang());
    double rival = 0;
    for (int i = 1; i < guesses.length; i++) {
      String tag = LanguageModel.tag(guesses[i].getLang());
      if (tag.equals(declared) || (declared == null && !tag.equals(best))) {
        rival = guesses[i].getConfidence();
        break;
      }
    }
    boolean clear = guesses[0].getConfidence() >= (declared == null ? LIKELIER : CLEARLY) * rival;
    if (best.equals(declared) || (clear && LanguageModel.knows(declared))) {
      return best;
    }
    return Objects.requireNonNullElse(declared, UNDETERMINED);
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
