package dev.storywire.entities.tagger;

import dev.storywire.text.TokenizedText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * Finds the names in an English text: people, organisations, places and others, as CoNLL-2003
 * counts them. A linear-chain conditional random field over hashed features (Lafferty and others,
 * 2001), read twice so that a document's own evidence counts. Immutable; may be shared by threads.
 */
public final class NameTagger {
  private static final String MODEL = "names-en.model.gz";

  private final TagModel model;
  private final Gazetteer gazetteer;

  public NameTagger(TagModel model, Gazetteer gazetteer) {
    this.model = model;
    this.gazetteer = gazetteer;
  }

  /** The tagger with the shipped model; takes a fraction of a second, so keep it. */
  public static NameTagger load() {
    try (InputStream stream = NameTagger.class.getResourceAsStream(MODEL)) {
      return new NameTagger(TagModel.read(Objects.requireNonNull(stream, MODEL)), Gazetteer.load());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the shipped model " + MODEL, e);
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
