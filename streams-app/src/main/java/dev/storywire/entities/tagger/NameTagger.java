package dev.storywire.entities.tagger;

import dev.storywire.text.TokenizedText;
import dev.storywire.text.WordHash;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the names in a text of one language: persons, organisations, places and others, as defined
 * by CoNLL-2003. The model is a linear-chain conditional random field (Lafferty et al., 2001) with
 * hashed features. A second pass uses the tags of the same words elsewhere in the document.
 * Immutable and thread-safe.
 */
public final class NameTagger {
  /** The languages of the shipped models, as BCP 47 primary tags. */
  public static final List<String> LANGUAGES = List.of("en", "de", "es", "nl");

  private final TagModel model;
  private final Gazetteer gazetteer;
  private final @Nullable NameRules rules;
  private final HabitTable habits;

  /** Creates a tagger without rules, for training. */
  public NameTagger(TagModel model, Gazetteer gazetteer) {
    this(model, gazetteer, null);
  }

  private NameTagger(TagModel model, Gazetteer gazetteer, @Nullable NameRules rules) {
    this.model = model;
    this.gazetteer = gazetteer;
    this.rules = rules;
    this.habits = HabitTable.of(model, gazetteer);
  }

  /** Creates a tagger with the rules of a language. */
  public static NameTagger of(TagModel model, Gazetteer gazetteer, String language) {
    return new NameTagger(
        model, gazetteer, language.equals("en") ? new NameRules(model.lexicon(), gazetteer) : null);
  }

  /**
   * Loads the shipped model of a language, which takes a fraction of a second.
   *
   * @throws IllegalArgumentException if no model is shipped for the language
   */
  public static NameTagger load(String language) {
    if (!LANGUAGES.contains(language)) {
      throw new IllegalArgumentException(
          "No names model for language " + language + "; there are " + LANGUAGES);
    }
    String model = "names-" + language + ".model.gz";
    try (InputStream stream = NameTagger.class.getResourceAsStream(model)) {
      return of(
          TagModel.read(Objects.requireNonNull(stream, model)), Gazetteer.load(language), language);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the shipped model " + model, e);
    }
  }

  /** Returns the mentions in a text in order. They do not overlap or cross sentences. */
  public List<Mention> tag(TokenizedText text) {
    return Tags.mentions(tags(text));
  }

  /**
   * Returns true if a capitalised word is not a name, such as most nouns in German.
   *
   * @param lowerHash the {@link WordHash} of the word in lower case
   */
  public boolean isCommonWord(int lowerHash) {
    return model.common().contains(lowerHash);
  }

  /** Returns the BIO tag of each token. */
  public byte[] tags(TokenizedText text) {
    DocumentWords words = new DocumentWords(text);
    if (rules == null) {
      return tagger(words).secondTags();
    }
    rules.prepare(words);
    byte[] tags = tagger(words).secondTags();
    rules.apply(words, tags);
    return tags;
  }

  /** Returns the tags of the first pass. */
  public byte[] firstTags(TokenizedText text) {
    return tagger(new DocumentWords(text)).firstTags();
  }

  private DocumentTagger tagger(DocumentWords words) {
    return new DocumentTagger(model, gazetteer, habits, words);
  }
}
