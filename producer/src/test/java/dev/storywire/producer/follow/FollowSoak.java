package dev.storywire.producer.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.producer.fetch.FetchLimits;
import dev.storywire.producer.send.RecordingWriter;
import dev.storywire.schemas.NewsItem;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Follows five feeds on faulty servers, with one restart, and checks that each item and each edit
 * was sent exactly once and that the counters are right.
 *
 * <p>{@code FollowTest} runs it; {@code -Dsoak.seconds=600} for longer.
 */
final class FollowSoak {
  /** Timeout of a request. */
  static final Duration TIMEOUT = Duration.ofSeconds(3);

  private static final Duration RECOVERY = Duration.ofMinutes(1);

  private final List<FaultyFeed> feeds =
      IntStream.range(0, 5).mapToObj(i -> new FaultyFeed("feed" + i, 40 + i)).toList();

  private final RecordingWriter writer = new RecordingWriter();
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
            new FetchLimits(TIMEOUT, 1 << 20, 5));
  }

  void run(Duration time) throws InterruptedException {
    follow(time.dividedBy(2), false);
    follow(time.dividedBy(2), true);
    feeds.forEach(FaultyFeed::close);
    check();
  }

  private void follow(Duration time, boolean last) throws InterruptedException {
    Follow follow = new Follow(options, writer, Clock.systemUTC());
    try (follow) {
      follow.start();
      long end = System.nanoTime() + time.toNanos();
      while (System.nanoTime() < end) {
        feeds.forEach(FaultyFeed::change);
        Thread.sleep(500);
      }
      if (last) {
        feeds.forEach(FaultyFeed::repair);
        // the first success may be of a request before the last change
        awaitSuccess(follow);
        awaitSuccess(follow);
      }
    }
    finished.addAll(follow.status());
    for (FaultyFeed feed : feeds) {
      feed.awaitIdle();
    }
  }

  /** Waits until each feed has been read once more. */
  private static void awaitSuccess(Follow follow) throws InterruptedException {
    Instant now = Instant.now();
    long end = System.nanoTime() + RECOVERY.toNanos();
    while (!follow.status().stream().allMatch(status -> hasSucceeded(status, now))) {
      assertThat(System.nanoTime()).as("end of the wait for %s", follow.status()).isLessThan(end);
      Thread.sleep(20);
    }
  }

  private static boolean hasSucceeded(SourceStatus status, Instant since) {
    return status.lastFailure() == null
        && status.lastSuccess() != null
        && status.lastSuccess().isAfter(since);
  }

  private void check() {
    Map<String, NewsItem> latest = new HashMap<>();
    for (NewsItem item : writer.items) {
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
    assertThat(added).isEqualTo(wanted.size());
    assertThat(added + revised).isEqualTo(writer.items.size());
    failuresAreThoseServed();
    System.out.printf("%d items, %d edits, all once%n", added, revised);
    assertThat(finished).allMatch(status -> status.refused() == 0);
    assertThat(finished.subList(feeds.size(), finished.size()))
        .allMatch(status -> status.lastSuccess() != null && status.lastFailure() == null);
  }

  /**
   * Checks that the failures counted by the client are those that the servers caused. On a busy
   * machine a slow response may count as a timeout; the servers report how many may have.
   */
  private void failuresAreThoseServed() {
    Map<String, Long> counted = sum(finished.stream().map(SourceStatus::failures).toList());
    Map<String, Long> served = sum(feeds.stream().map(FaultyFeed::served).toList());
    Map<String, Long> doubtful = sum(feeds.stream().map(FaultyFeed::doubtful).toList());
    long late = doubtful.values().stream().mapToLong(Long::longValue).sum();
    served.remove("");
    doubtful.remove("");
    System.out.printf("faults served %s, counted %s; %d doubtful%n", served, counted, late);
    Set<String> codes = new TreeSet<>(served.keySet());
    codes.addAll(counted.keySet());
    for (String code : codes) {
      long least = served.getOrDefault(code, 0L);
      long more = code.equals("timeout") ? late : doubtful.getOrDefault(code, 0L);
      assertThat(counted.getOrDefault(code, 0L)).as(code).isBetween(least, least + more);
    }
  }

  private static Map<String, Long> sum(List<Map<String, Long>> counts) {
    Map<String, Long> sum = new TreeMap<>();
    counts.forEach(each -> each.forEach((code, n) -> sum.merge(code, n, Long::sum)));
    return sum;
  }

  private static int version(NewsItem item) {
    return item.version() == null ? 1 : Integer.parseInt(item.version());
  }
}
