package dev.storywire.app.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storywire.producer.formats.json.NinjsItem;
import dev.storywire.producer.formats.source.RefusedException;
import dev.storywire.producer.send.ItemWriter;
import dev.storywire.schemas.NewsItem;
import dev.storywire.schemas.Refusal;
import dev.storywire.serve.query.ItemIntake;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes pushed items, ninjs 1.x or later, to the raw topic. Their event time is the time at which
 * they arrive.
 */
final class RawIntake implements ItemIntake, AutoCloseable {
  private final ItemWriter raw;
  private final Clock clock;

  RawIntake(ItemWriter raw, Clock clock) {
    this.raw = raw;
    this.clock = clock;
  }

  @Override
  public synchronized List<Answer> take(List<JsonNode> items) {
    Instant now = clock.instant();
    AtomicReferenceArray<Answer> answers = new AtomicReferenceArray<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      int place = i;
      try {
        NewsItem item = NinjsItem.read(items.get(i));
        raw.send(item, now, refusal -> answers.set(place, answer(item, refusal)));
      } catch (RefusedException e) {
        answers.set(place, refused(items.get(i), e.refusal()));
      }
    }
    raw.flush();
    return IntStream.range(0, answers.length()).mapToObj(answers::get).toList();
  }

  @Override
  public void close() {
    raw.close();
  }

  private static Answer answer(NewsItem item, @Nullable Refusal refusal) {
    return refusal == null
        ? Answer.accepted(item.uri())
        : Answer.refused(item.uri(), refusal.code(), refusal.reason());
  }

  private static Answer refused(JsonNode item, Refusal refusal) {
    return Answer.refused(item.path("uri").asText(null), refusal.code(), refusal.reason());
  }
}
