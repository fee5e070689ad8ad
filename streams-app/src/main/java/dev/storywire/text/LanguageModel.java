package dev.storywire.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;

/** OpenNLP's language model, read once for the process, and its codes as BCP 47 tags. */
final class LanguageModel {
  private static final String RESOURCE = "/langdetect-183.bin";

  /** The model's names for members of what the rest of the world tags as one language. */
  private static final Map<String, String> MEMBERS =
      Map.of(
          "cmn", "zh", "nan", "zh", "ekk", "et", "lvs", "lv", "pes", "fa", "plt", "mg", "nb", "no",
          "nn", "no");

  private static final Map<String, String> TWO_LETTERS = twoLetters();

  private LanguageModel() {}

  /** The BCP 47 tag of an ISO 639 code of two or three letters. */
  static String tag(String code) {
    String tag = TWO_LETTERS.getOrDefault(code, code);
    return MEMBERS.getOrDefault(tag, tag);
  }

  /** Whether the detector could have found this language; it cannot speak against others. */
  static boolean knows(@Nullable String tag) {
    return tag == null || Holder.TAGS.contains(tag);
  }

  static LanguageDetectorModel shared() {
    return Holder.MODEL;
  }

  private static Map<String, String> twoLetters() {
    var tags = new HashMap<String, String>();
    for (String tag : Locale.getISOLanguages()) {
      tags.put(Locale.forLanguageTag(tag).getISO3Language(), tag);
    }
    return tags;
  }

  /** Loads when first asked for: half a second that a test of something else need not wait. */
  private static final class Holder {
    static final LanguageDetectorModel MODEL = read();
    static final Set<String> TAGS =
        Arrays.stream(new LanguageDetectorME(MODEL).getSupportedLanguages())
            .map(LanguageModel::tag)
            .collect(Collectors.toUnmodifiableSet());

    private static LanguageDetectorModel read() {
      try (InputStream in =
          Objects.requireNonNull(
              LanguageModel.class.getResourceAsStream(RESOURCE),
              RESOURCE + " is not on the class path: opennlp-models-langdetect is missing")) {
        return new LanguageDetectorModel(in);
      } catch (IOException e) {
        throw new UncheckedIOException(RESOURCE + " cannot be read", e);
      }
    }
  }
}
