package dev.storywire.producer.formats.source;

import dev.storywire.schemas.NewsItem;
import dev.storywire.schemas.Refusal;
import java.time.Instant;

/** Refuses damaged documents instead of accepting repairs. */
public record StrictSink(ItemSink sink) implements ItemSink {
  @Override
  public void item(NewsItem item, String where) {
    sink.item(item, where);
  }

  @Override
  public void refused(Refusal refusal, String where) {
    sink.refused(refusal, where);
  }

  @Override
  public void repaired(DocumentRepair repair, String where) throws RefusedException {
    if (repair.kind().isDamage()) {
      throw new RefusedException(repair.kind().code(), repair.detail());
    }
    sink.repaired(repair, where);
  }

  @Override
  public void documentDate(Instant date) {
    sink.documentDate(date);
  }
}
