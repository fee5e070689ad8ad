package dev.storywire.producer.send;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.NewsItem;
import dev.storywire.schemas.NewsItemReader;
import dev.storywire.schemas.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * An item as the bytes of a raw record. The bytes are parsed again, so that an item that the
 * service would refuse is not sent.
 *
 * @param refusal the reason of a refusal; null if the item is valid
 */
public record EncodedItem(byte[] bytes, @Nullable Refusal refusal) {
  /** Largest item in bytes. {@link NewsItemReader#MAX_TEXT} limits its text. */
  static final int MAX_BYTES = 12 * 1024 * 1024;

  /** Encodes an item. */
  public static EncodedItem of(NewsItem item) {
    byte[] bytes = bytes(item);
    if (bytes.length > MAX_BYTES) {
      return new EncodedItem(
          bytes,
          new Refusal(
              "too-large", "the item takes " + bytes.length + " bytes; at most " + MAX_BYTES));
    }
    return NewsItemReader.read(bytes) instanceof NewsItemReader.Refused refused
        ? new EncodedItem(bytes, refused.refusal())
        : new EncodedItem(bytes, null);
  }

  private static byte[] bytes(NewsItem item) {
    try {
      return Json.mapper().writeValueAsBytes(item);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a news item must be serialisable", e);
    }
  }
}
