package dev.storywire.entities.tagger;

import dev.storywire.text.TokenizedText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * Finds the names in a text of one language: people, organisations, places and others, as
 * CoNLL-2003 counts them. A linear-chain conditional random field over hashed features (Lafferty
 * and others, 2001), read twice so that a document's own evidence counts. Immutable; may be shared
 * by threads.
 */
public final class NameTagger {
  /** The languages that a model is shipped for, as BCP 47 primary tags. */
  public static final List<String> LANGUAGES = List.of("en", "de", "es", "nl");

  private final TagModel model;
  private final Gazetteer gazetteer;

  public NameTagger(TagModel model, Gazetteer gazetteer) {
    this.model = model;
    this.gazetteer = gazetteer;
  }

  /**
   * Reads the shipped model of a language. This takes a fraction of a second: keep the tagger.
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
      return new NameTagger(
          TagModel.read(Objects.requireNonNull(stream, model)), Gazetteer.load(language));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the shipped model " + model, e);
    }
  }

  /** The names of a text in order; none overlap, none crosses a sentence. */
  public List<Mention> tag(TokenizedText text) {
    return Tags.mentions(tags(text));
  }

  /** The BIO tag of each token. */
  public byte[] tags(TokenizedText text) {
    return new TagReading(model, gazetteer, text).secondTags();
  }

  /** The tags by what stands in the text alone. */
  public byte[] firstTags(TokenizedText text) {
    return new TagReading(model, gazetteer, text).firstTags();
  }
}
