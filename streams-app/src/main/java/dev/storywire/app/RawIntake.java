package dev.storywire.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.storywire.producer.send.Outlet;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.NewsItem;
import dev.storywire.schemas.NewsItemReader;
import dev.storywire.schemas.Refusal;
import dev.storywire.serve.ItemIntake;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/** Puts pushed items on the raw topic; the time they came is their time on the wire. */
final class RawIntake implements ItemIntake, AutoCloseable {
  private final Outlet raw;
  private final Clock clock;

  RawIntake(Outlet raw, Clock clock) {
    this.raw = raw;
    this.clock = clock;
  }

  @Override
  public synchronized List<Answer> take(List<JsonNode> items) {
    Instant now = clock.instant();
    AtomicReferenceArray<Answer> answers = new AtomicReferenceArray<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      int place = i;
      NewsItemReader.Result result = read(items.get(i));
      if (result instanceof NewsItemReader.Read read) {
        NewsItem item = read.item();
        raw.send(
            item,
            now,
            refusal ->
                answers.set(
                    place,
                    refusal == null
                        ? Answer.accepted(item.uri())
                        : refused(items.get(place), refusal)));
      } else if (result instanceof NewsItemReader.Refused refused) {
        answers.set(place, refused(items.get(place), refused.refusal()));
      }
    }
    raw.flush();
    return IntStream.range(0, answers.length()).mapToObj(answers::get).toList();
  }

  @Override
  public void close() {
    raw.close();
  }

  private static NewsItemReader.Result read(JsonNode item) {
    try {
      return NewsItemReader.read(Json.mapper().writeValueAsBytes(item));
    } catch (JsonProcessingException e) {
      return new NewsItemReader.Refused(new Refusal("not-json", e.getOriginalMessage()));
    }
  }

  private static Answer refused(JsonNode item, Refusal refusal) {
    return Answer.refused(item.path("uri").asText(null), refusal.code(), refusal.reason());
  }
}
