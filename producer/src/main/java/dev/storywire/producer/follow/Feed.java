package dev.storywire.producer.follow;

import dev.storywire.producer.fetch.Answer;
import dev.storywire.producer.fetch.Fetcher;
import dev.storywire.producer.formats.source.Source;
import dev.storywire.producer.send.Outlet;
import dev.storywire.schemas.Refusal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One feed, asked again and again. Its memory is saved when all it sent is acknowledged. */
final class Feed implements FollowedSource {
  private final URI url;
  private final Fetcher fetcher;
  private final HostPace pace;
  private final Backoff backoff;
  private final SeenItemsStore store;
  private final SourceCounts counts;
  private final Clock clock;
  private SeenItems memory;

  Feed(
      URI url, Fetcher fetcher, HostPace pace, Backoff backoff, SeenItemsStore store, Clock clock) {
    this.url = url;
    this.fetcher = fetcher;
    this.pace = pace;
    this.backoff = backoff;
    this.store = store;
    this.clock = clock;
    this.counts = new SourceCounts(url.toString());
    this.memory = store.load(url.toString());
  }

  @Override
  public Duration turn() {
    return pace.book(url, clock.instant());
  }

  @Override
  public Optional<Duration> look(Outlet outlet) throws InterruptedException {
    Answer answer = fetcher.fetch(url, memory.etag(), memory.lastModified());
    Instant now = clock.instant();
    if (answer instanceof Answer.Gone) {
      counts.failed("gone", "the server says that the feed is gone for good (410)");
      return Optional.empty();
    }
    if (answer instanceof Answer.Failed failed) {
      return failed(failed.code(), failed.reason(), failed.retryAfter());
    }
    if (answer instanceof Answer.Fetched fetched) {
      Optional<Refusal> refusal = take(fetched, outlet, now);
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

  /** A document that cannot be read leaves the memory as it was, and is asked for again whole. */
  private Optional<Refusal> take(Answer.Fetched fetched, Outlet outlet, Instant now) {
    SeenItems next = memory.copy(fetched.etag(), fetched.lastModified());
    Source document = Source.fetched(url.toString(), fetched.contentType(), fetched.bytes());
    Optional<Refusal> refusal;
    synchronized (outlet) {
      refusal = ItemIntake.take(document, outlet, next, counts, now);
      outlet.flush();
    }
    if (refusal.isEmpty()) {
      store.save(next);
      memory = next;
    }
    return refusal;
  }

  @Override
  public SourceCounts counts() {
    return counts;
  }
}
