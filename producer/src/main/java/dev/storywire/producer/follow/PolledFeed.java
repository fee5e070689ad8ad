package dev.storywire.producer.follow;

import dev.storywire.producer.fetch.FetchResult;
import dev.storywire.producer.fetch.Fetcher;
import dev.storywire.producer.formats.source.Source;
import dev.storywire.producer.send.ItemWriter;
import dev.storywire.schemas.Refusal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A feed that is polled. Its state is saved once all items it sent have been acknowledged. */
final class PolledFeed implements FollowedSource {
  private final URI url;
  private final Fetcher fetcher;
  private final HostThrottle throttle;
  private final Backoff backoff;
  private final SeenItemsStore store;
  private final SourceCounters counts;
  private final Clock clock;
  private SeenItems memory;

  PolledFeed(
      URI url,
      Fetcher fetcher,
      HostThrottle throttle,
      Backoff backoff,
      SeenItemsStore store,
      Clock clock) {
    this.url = url;
    this.fetcher = fetcher;
    this.throttle = throttle;
    this.backoff = backoff;
    this.store = store;
    this.clock = clock;
    this.counts = new SourceCounters(url.toString());
    this.memory = store.load(url.toString());
  }

  @Override
  public Duration throttleDelay() {
    return throttle.reserve(url, clock.instant());
  }

  @Override
  public Optional<Duration> poll(ItemWriter writer) throws InterruptedException {
    FetchResult answer = fetcher.fetch(url, memory.etag(), memory.lastModified());
    Instant now = clock.instant();
    if (answer instanceof FetchResult.Gone) {
      counts.failed("gone", "the feed has been removed permanently (410 Gone)");
      return Optional.empty();
    }
    if (answer instanceof FetchResult.Failed failed) {
      return failed(failed.code(), failed.reason(), failed.retryAfter());
    }
    if (answer instanceof FetchResult.Fetched fetched) {
      Optional<Refusal> refusal = take(fetched, writer, now);
      if (refusal.isPresent()) {
        return failed(refusal.get().code(), refusal.get().reason(), null);
      }
    }
    counts.succeeded(now);
    return Optional.of(backoff.afterSuccess());
  }

  private Optional<Duration> failed(String code, String reason, @Nullable Duration asked) {
    counts.failed(code, reason);
    Duration wait = backoff.afterFailure();
    return Optional.of(asked != null && asked.compareTo(wait) > 0 ? asked : wait);
  }

  /**
   * Reads a document. If it cannot be read, the state does not change, so that the next request is
   * unconditional.
   */
  private Optional<Refusal> take(FetchResult.Fetched fetched, ItemWriter writer, Instant now) {
    SeenItems next = memory.copy(fetched.etag(), fetched.lastModified());
    Source document = Source.fetched(url.toString(), fetched.contentType(), fetched.bytes());
    Optional<Refusal> refusal;
    synchronized (writer) {
      refusal = ChangedItems.take(document, writer, next, counts, now);
      writer.flush();
    }
    if (refusal.isEmpty()) {
      store.save(next);
      memory = next;
    }
    return refusal;
  }

  @Override
  public SourceCounters counts() {
    return counts;
  }
}
