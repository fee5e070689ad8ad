package dev.storywire.producer.follow;

import dev.storywire.producer.fetch.AddressGuard;
import dev.storywire.producer.fetch.Fetcher;
import dev.storywire.producer.send.ItemWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Polls feeds and directories and writes new items to an {@link ItemWriter} until it is closed. The
 * timestamp of a record is the time at which the item was fetched. A slow server delays only its
 * own feed.
 */
public final class Follow implements AutoCloseable {
  /** Number of sources that are polled at the same time. */
  private static final int THREADS = 4;

  private final List<FollowedSource> sources = new ArrayList<>();
  private final ItemWriter writer;
  private final Clock clock;
  private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(THREADS);
  private final CompletableFuture<Void> end = new CompletableFuture<>();

  /** Creates the sources. Polling begins with {@link #start}. */
  public Follow(FollowOptions options, ItemWriter writer, Clock clock) {
    this.writer = writer;
    this.clock = clock;
    // polls that are due after closing are dropped
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    SeenItemsStore store = new SeenItemsStore(options.state());
    Fetcher fetcher = new Fetcher(new AddressGuard(options.feeds()), options.limits(), clock);
    HostThrottle throttle = new HostThrottle(options.hostPause());
    for (URI url : options.feeds()) {
      Backoff backoff = new Backoff(options.interval(), options.maxBackoff(), url.hashCode());
      sources.add(new PolledFeed(url, fetcher, throttle, backoff, store, clock));
    }
    for (Path directory : options.directories()) {
      sources.add(new DropDirectory(directory, options.dropInterval(), store, clock));
    }
  }

  /** Starts polling in background threads. */
  public void start() {
    sources.forEach(source -> schedule(source, Duration.ZERO));
  }

  /**
   * Waits until {@link #close}.
   *
   * @throws dev.storywire.producer.send.DeliveryException if the items cannot be delivered any more
   */
  public void await() {
    try {
      end.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /**
   * Returns the status of each source: first the feeds, then the directories, in the given order.
   */
  public List<SourceStatus> status() {
    return sources.stream().map(source -> source.counts().status()).toList();
  }

  /**
   * Waits for the polls in progress, including the acknowledgement of their items and the update of
   * their state, and stops.
   */
  @Override
  public void close() {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(30, TimeUnit.SECONDS)) {
        executor.shutdownNow();
      }
    } catch (InterruptedException e) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
    }
    end.complete(null);
  }

  private void schedule(FollowedSource source, Duration wait) {
    source.counts().nextPoll(clock.instant().plus(wait));
    after(wait, () -> after(source.throttleDelay(), () -> poll(source)));
  }

  private void after(Duration wait, Runnable task) {
    try {
      var unused = executor.schedule(task, wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // it was closed before the poll was due
    }
  }

  private void poll(FollowedSource source) {
    try {
      Optional<Duration> again = source.poll(writer);
      source.counts().nextPoll(null);
      again.ifPresent(wait -> schedule(source, wait));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      // the items cannot be delivered, or this is a bug: stop, so that an operator notices
      end.completeExceptionally(e);
      executor.shutdown();
    }
  }
}
