package dev.storywire.producer.formats.source;

import dev.storywire.schemas.NewsItem;
import dev.storywire.schemas.Refusal;

/** Takes what a reader finds, one by one. */
public interface ItemSink {
  /** An item, and where it stood, e.g. {@code wire.jsonl:12}. */
  void item(NewsItem item, String where);

  /** Something that is not a usable item, and why; reading goes on behind it. */
  void refused(Refusal refusal, String where);
}
