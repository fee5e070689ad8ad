package dev.storywire.topology.stores;

import dev.storywire.dedup.Fingerprint;
import dev.storywire.story.prepare.PreparedArticle;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * A prepared article in its encoded form: the bytes that {@code prepare} wrote, on the topic and in
 * the store of contents. It is decoded at most once, and not at all if only its fingerprint is
 * read.
 */
public final class EncodedArticle {
  private static final SmileSerde<PreparedArticle> ARTICLE =
      new SmileSerde<>(PreparedArticle.class);

  private final byte[] bytes;
  private @Nullable PreparedArticle article;

  private EncodedArticle(byte[] bytes, @Nullable PreparedArticle article) {
    this.bytes = bytes;
    this.article = article;
  }

  /** Encodes an article. */
  public static EncodedArticle of(PreparedArticle article) {
    return new EncodedArticle(ARTICLE.encode(article), article);
  }

  /** Wraps the bytes of an encoded article. */
  public static EncodedArticle of(byte[] bytes) {
    return new EncodedArticle(bytes, null);
  }

  static Serde<EncodedArticle> serde() {
    return Serdes.serdeFrom(
        (topic, encoded) -> encoded == null ? null : encoded.bytes,
        (topic, bytes) -> bytes == null ? null : of(bytes));
  }

  /** Returns the bytes, which must not be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** Returns the article, which is decoded by the first call. */
  public PreparedArticle article() {
    PreparedArticle decoded = article;
    if (decoded == null) {
      decoded = ARTICLE.decode(bytes);
      article = decoded;
    }
    return decoded;
  }

  /** Returns the fingerprint, without decoding the rest of the article. */
  Fingerprint fingerprint() {
    return article != null
        ? article.fingerprint()
        : Fingerprint.decode(ARTICLE.decodeBinary(bytes, "fingerprint"));
  }
}
