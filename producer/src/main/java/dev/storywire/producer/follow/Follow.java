package dev.storywire.producer.follow;

import dev.storywire.producer.fetch.AddressGuard;
import dev.storywire.producer.fetch.Fetcher;
import dev.storywire.producer.send.Outlet;
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
 * Follows feeds and directories into an outlet until it is closed. Records carry the time they were
 * fetched at: that is when this wire carried them. A slow server holds up only its own feed.
 */
public final class Follow implements AutoCloseable {
  /** Feeds asked at the same time; the rest wait their turn. */
  private static final int THREADS = 4;

  private final List<FollowedSource> sources = new ArrayList<>();
  private final Outlet outlet;
  private final Clock clock;
  private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(THREADS);
  private final CompletableFuture<Void> end = new CompletableFuture<>();

  /** Prepares to follow; nothing is asked before {@link #start}. */
  public Follow(FollowOptions options, Outlet outlet, Clock clock) {
    this.outlet = outlet;
    this.clock = clock;
    // looks that are due after closing are not waited for
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    SeenItemsStore store = new SeenItemsStore(options.state());
    Fetcher fetcher = new Fetcher(new AddressGuard(options.feeds()), options.limits(), clock);
    HostPace pace = new HostPace(options.hostPause());
    for (URI url : options.feeds()) {
      Backoff backoff = new Backoff(options.interval(), options.maxBackoff(), url.hashCode());
      sources.add(new Feed(url, fetcher, pace, backoff, store, clock));
    }
    for (Path directory : options.directories()) {
      sources.add(new DropDirectory(directory, options.dropInterval(), store, clock));
    }
  }

  /** Begins; returns at once. */
  public void start() {
    sources.forEach(source -> schedule(source, Duration.ZERO));
  }

  /**
   * Waits until {@link #close}.
   *
   * @throws dev.storywire.producer.send.OutletException if the items cannot be delivered any more
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

  /** How each source is doing, in the order given: feeds, then directories. */
  public List<SourceStatus> status() {
    return sources.stream().map(source -> source.counts().status()).toList();
  }

  /** Ends after the looks under way; what they sent is acknowledged and remembered. */
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
    source.counts().nextLook(clock.instant().plus(wait));
    after(wait, () -> after(source.turn(), () -> look(source)));
  }

  private void after(Duration wait, Runnable task) {
    try {
      var unused = executor.schedule(task, wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // closed meanwhile
    }
  }

  private void look(FollowedSource source) {
    try {
      Optional<Duration> again = source.look(outlet);
      source.counts().nextLook(null);
      again.ifPresent(wait -> schedule(source, wait));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      // nothing can be sent, or there is a bug: either way an operator must look
      end.completeExceptionally(e);
      executor.shutdown();
    }
  }
}
