package dev.storywire.producer.formats.source;

import dev.storywire.schemas.NewsItem;
import dev.storywire.schemas.Refusal;
import java.time.Instant;

/** Receives the results of a reader. */
public interface ItemSink {
  /**
   * Receives an item.
   *
   * @param where its position, e.g. {@code wire.jsonl:12}
   */
  void item(NewsItem item, String where);

  /** Receives the refusal of an item. The reader continues after it. */
  void refused(Refusal refusal, String where);

  /**
   * Receives a repair of a document or line before its items.
   *
   * @throws RefusedException if damaged input is not accepted
   */
  default void repaired(DocumentRepair repair, String where) throws RefusedException {}

  /** Receives the date of the document itself, e.g. of a feed's channel, before its items. */
  default void documentDate(Instant date) {}
}
