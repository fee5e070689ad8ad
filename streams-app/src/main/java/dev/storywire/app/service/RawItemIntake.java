package dev.storywire.app.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storywire.producer.formats.json.NinjsItem;
import dev.storywire.producer.formats.source.RefusedException;
import dev.storywire.producer.send.DeliveryException;
import dev.storywire.producer.send.ItemWriter;
import dev.storywire.schemas.NewsItem;
import dev.storywire.schemas.Refusal;
import dev.storywire.serve.query.ItemIntake;
import dev.storywire.serve.query.NotReadyException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes pushed items, ninjs 1.x or later, to the raw topic. Their event time is the time at which
 * they arrive. Connects with the first items, and again after a failure.
 */
final class RawItemIntake implements ItemIntake, AutoCloseable {
  private final Supplier<ItemWriter> connect;
  private final Clock clock;
  private @Nullable ItemWriter raw;

  RawItemIntake(Supplier<ItemWriter> connect, Clock clock) {
    this.connect = connect;
    this.clock = clock;
  }

  @Override
  public synchronized List<Result> take(List<JsonNode> items) {
    ItemWriter connected = raw == null ? connect.get() : raw;
    raw = connected;
    try {
      return take(items, connected);
    } catch (DeliveryException e) {
      // a writer accepts nothing after a failure
      close();
      throw new NotReadyException("The items could not be stored: " + e.getMessage());
    }
  }

  private List<Result> take(List<JsonNode> items, ItemWriter writer) {
    Instant now = clock.instant();
    AtomicReferenceArray<Result> results = new AtomicReferenceArray<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      int index = i;
      try {
        NewsItem item = NinjsItem.read(items.get(i));
        writer.send(item, now, refusal -> results.set(index, result(item, refusal)));
      } catch (RefusedException e) {
        results.set(index, refused(items.get(i), e.refusal()));
      }
    }
    writer.flush();
    return IntStream.range(0, results.length()).mapToObj(results::get).toList();
  }

  @Override
  public synchronized void close() {
    if (raw != null) {
      raw.close();
      raw = null;
    }
  }

  private static Result result(NewsItem item, @Nullable Refusal refusal) {
    return refusal == null
        ? Result.accepted(item.uri())
        : Result.refused(item.uri(), refusal.code(), refusal.reason());
  }

  private static Result refused(JsonNode item, Refusal refusal) {
    JsonNode uri = item.path("uri");
    return Result.refused(uri.isTextual() ? uri.asText() : null, refusal.code(), refusal.reason());
  }
}
