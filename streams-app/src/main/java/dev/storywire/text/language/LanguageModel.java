package dev.storywire.text.language;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.util.normalizer.AggregateCharSequenceNormalizer;
import opennlp.tools.util.normalizer.CharSequenceNormalizer;
import opennlp.tools.util.normalizer.EmojiCharSequenceNormalizer;
import opennlp.tools.util.normalizer.NumberCharSequenceNormalizer;
import opennlp.tools.util.normalizer.ShrinkCharSequenceNormalizer;
import opennlp.tools.util.normalizer.TwitterCharSequenceNormalizer;
import opennlp.tools.util.normalizer.UrlCharSequenceNormalizer;
import org.jspecify.annotations.Nullable;

/**
 * OpenNLP's language model, with BCP 47 tags instead of its own codes. Loaded once. Thread-safe.
 *
 * <p>Its features are the character n-grams of length one to three in a text. They are collected
 * here instead of by OpenNLP's detector, which spends most of its time on hashing and sorting that
 * is not needed.
 */
final class LanguageModel {
  private static final String RESOURCE = "/langdetect-183.bin";
  private static final int LONGEST_RUN = 3;

  /** The normalizer with which the model was trained. */
  private static final CharSequenceNormalizer NORMALIZER =
      new AggregateCharSequenceNormalizer(
          EmojiCharSequenceNormalizer.getInstance(),
          UrlCharSequenceNormalizer.getInstance(),
          TwitterCharSequenceNormalizer.getInstance(),
          NumberCharSequenceNormalizer.getInstance(),
          ShrinkCharSequenceNormalizer.getInstance());

  /** Codes of the model that belong to a macrolanguage, and the tag of that macrolanguage. */
  private static final Map<String, String> MEMBERS =
      Map.of(
          "cmn", "zh", "nan", "zh", "ekk", "et", "lvs", "lv", "pes", "fa", "plt", "mg", "nb", "no",
          "nn", "no");

  private static final Map<String, String> TWO_LETTERS = twoLetters();

  private LanguageModel() {}

  /** Returns the BCP 47 tag of an ISO 639 code of two or three letters. */
  static String tag(String code) {
    String tag = TWO_LETTERS.getOrDefault(code, code);
    return MEMBERS.getOrDefault(tag, tag);
  }

  /** Returns true if the model knows this language. It cannot rule out others. */
  static boolean supports(@Nullable String tag) {
    return tag == null || Holder.TAGS.contains(tag);
  }

  /** Returns the probability of each language, in the order of {@link #tagOf}. */
  static double[] probabilities(String text) {
    return Holder.MODEL.eval(runs(NORMALIZER.normalize(text)));
  }

  /** Returns the tag of language i of the model. Members of a macrolanguage have the same tag. */
  static String tagOf(int i) {
    return Holder.TAGS.get(i);
  }

  /** Returns the distinct n-grams of length one to three. */
  private static String[] runs(CharSequence text) {
    String chars = text.toString();
    var seen = new LongOpenHashSet(3 * chars.length());
    var runs = new ArrayList<String>(3 * chars.length());
    for (int from = 0; from < chars.length(); from++) {
      long run = 0;
      for (int to = from; to < Math.min(from + LONGEST_RUN, chars.length()); to++) {
        run = run << Character.SIZE | chars.charAt(to);
        if (seen.add(run)) {
          runs.add(chars.substring(from, to + 1));
        }
      }
    }
    return runs.toArray(String[]::new);
  }

  private static Map<String, String> twoLetters() {
    var tags = new HashMap<String, String>();
    for (String tag : Locale.getISOLanguages()) {
      tags.put(Locale.forLanguageTag(tag).getISO3Language(), tag);
    }
    return tags;
  }

  /** Loads the model lazily, which takes half a second. */
  private static final class Holder {
    static final MaxentModel MODEL = read();
    static final List<String> TAGS =
        IntStream.range(0, MODEL.getNumOutcomes()).mapToObj(i -> tag(MODEL.getOutcome(i))).toList();

    private static MaxentModel read() {
      try (InputStream in =
          Objects.requireNonNull(
              LanguageModel.class.getResourceAsStream(RESOURCE),
              RESOURCE + " is not on the class path: opennlp-models-langdetect is missing")) {
        return new LanguageDetectorModel(in).getMaxentModel();
      } catch (IOException e) {
        throw new UncheckedIOException(RESOURCE + " cannot be read", e);
      }
    }
  }
}
