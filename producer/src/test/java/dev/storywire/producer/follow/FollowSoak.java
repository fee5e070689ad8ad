package dev.storywire.producer.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.producer.fetch.FetchLimits;
import dev.storywire.producer.send.Received;
import dev.storywire.schemas.NewsItem;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Follows five feeds on servers that fail in every way, with a restart in the middle, and checks
 * that each item and each edit came out exactly once and that the figures are true.
 *
 * <p>{@code FollowTest} runs it; {@code -Dsoak.seconds=600} for longer.
 */
final class FollowSoak {
  private final List<FaultyFeed> feeds =
      IntStream.range(0, 5).mapToObj(i -> new FaultyFeed("feed" + i, 40 + i)).toList();

  private final Received outlet = new Received();
  private final List<SourceStatus> finished = new ArrayList<>();
  private final FollowOptions options;

  FollowSoak(Path state) {
    List<URI> urls = feeds.stream().map(FaultyFeed::url).toList();
    options =
        new FollowOptions(
            urls,
            List.of(),
            state,
            Duration.ofMillis(100),
            Duration.ofMillis(100),
            Duration.ofMillis(5),
            Duration.ofMillis(400),
            new FetchLimits(Duration.ofSeconds(2), 1 << 20, 5));
  }

  void run(Duration time) throws InterruptedException {
    follow(time.dividedBy(2), false);
    follow(time.dividedBy(2), true);
    feeds.forEach(FaultyFeed::close);
    check();
  }

  private void follow(Duration time, boolean last) throws InterruptedException {
    Follow follow = new Follow(options, outlet, Clock.systemUTC());
    try (follow) {
      follow.start();
      long end = System.nanoTime() + time.toNanos();
      while (System.nanoTime() < end) {
        feeds.forEach(FaultyFeed::change);
        Thread.sleep(500);
      }
      if (last) {
        // all is well again, and the longest pause is over
        feeds.forEach(FaultyFeed::mend);
        Thread.sleep(8_000);
      }
    }
    finished.addAll(follow.status());
  }

  private void check() {
    Map<String, NewsItem> latest = new HashMap<>();
    for (NewsItem item : outlet.items) {
      NewsItem before = latest.put(item.uri(), item);
      assertThat(version(item)).as(item.uri()).isEqualTo(before == null ? 1 : version(before) + 1);
    }
    Map<String, String> wanted = new HashMap<>();
    feeds.forEach(feed -> wanted.putAll(feed.titles()));
    Map<String, String> got = new HashMap<>();
    latest.forEach((uri, item) -> got.put(uri, item.headlines().get(0).value()));
    assertThat(got).isEqualTo(wanted);

    long added = finished.stream().mapToLong(SourceStatus::added).sum();
    long revised = finished.stream().mapToLong(SourceStatus::revised).sum();
    Map<String, Long> failures = new TreeMap<>();
    finished.forEach(
        status -> status.failures().forEach((code, n) -> failures.merge(code, n, Long::sum)));
    long failed = failures.values().stream().mapToLong(Long::longValue).sum();
    long faults = feeds.stream().mapToInt(FaultyFeed::faults).sum();
    System.out.printf(
        "%d items, %d edits, all once; %d faults, failures %s%n", added, revised, faults, failures);
    assertThat(added).isEqualTo(wanted.size());
    assertThat(added + revised).isEqualTo(outlet.items.size());
    // every fault is counted; on a busy machine an answer that is no fault may come too late
    assertThat(failed).isGreaterThanOrEqualTo(faults).isPositive();
    assertThat(failed - failures.getOrDefault("timeout", 0L)).isLessThanOrEqualTo(faults);
    assertThat(finished).allMatch(status -> status.refused() == 0);
    assertThat(finished.subList(feeds.size(), finished.size()))
        .allMatch(status -> status.lastSuccess() != null && status.lastFailure() == null);
  }

  private static int version(NewsItem item) {
    return item.version() == null ? 1 : Integer.parseInt(item.version());
  }
}
