package dev.storywire.app.bench;

import dev.storywire.producer.send.RawTopicWriter;
import dev.storywire.schemas.NewsItem;
import dev.storywire.schemas.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Produces articles at a steady rate and measures the time until each has its result. */
final class LatencyRun {
  private static final Duration POLL = Duration.ofMillis(5);
  private static final Duration LAST_RESULT = Duration.ofSeconds(30);

  /** Seconds that are not measured: the code of short transactions is compiled first. */
  static final int WARM_UP_SECONDS = 10;

  private final String prefix;
  private final Map<String, String> client;
  private final int rate;

  LatencyRun(String prefix, Map<String, String> client, int rate) {
    this.prefix = prefix;
    this.client = client;
    this.rate = rate;
  }

  /**
   * Measures for some seconds after the warm-up. The event time of an article is the time at which
   * it is produced.
   */
  Latency run(Iterator<NewsItem> items, int seconds) throws InterruptedException {
    int count = rate * seconds;
    Map<String, Long> sent = new ConcurrentHashMap<>();
    List<Long> nanos = new ArrayList<>();
    List<String> topics = List.of(Topic.ARTICLES.name(prefix), Topic.DEAD_LETTERS.name(prefix));
    try (ResultCounter results = new ResultCounter(client, topics, false)) {
      Thread producer = new Thread(() -> produce(items, count, sent), "bench-producer");
      producer.start();
      long produced = TimeUnit.SECONDS.toNanos(WARM_UP_SECONDS + seconds);
      long deadline = System.nanoTime() + produced + LAST_RESULT.toNanos();
      while (nanos.size() < count && System.nanoTime() < deadline) {
        results.poll(
            POLL,
            record -> {
              Long at = ResultCounter.isResult(record) ? sent.remove(record.key()) : null;
              if (at != null) {
                nanos.add(System.nanoTime() - at);
              }
            });
      }
      producer.join();
    }
    return Latency.of(rate, nanos.stream().mapToLong(Long::longValue).toArray());
  }

  private void produce(Iterator<NewsItem> items, int count, Map<String, Long> sent) {
    // like an interactive source, sends each article without waiting for a batch
    Map<String, String> settings = new java.util.TreeMap<>(client);
    settings.put("linger.ms", "0");
    String servers = String.valueOf(client.get("bootstrap.servers"));
    try (RawTopicWriter raw = RawTopicWriter.connect(servers, prefix, settings)) {
      long start = System.nanoTime();
      int warmUp = rate * WARM_UP_SECONDS;
      for (int i = 0; i < warmUp + count; i++) {
        NewsItem item = items.next();
        long due = start + TimeUnit.SECONDS.toNanos(i) / rate;
        while (System.nanoTime() < due) {
          java.util.concurrent.locks.LockSupport.parkNanos(due - System.nanoTime());
        }
        if (i >= warmUp) {
          sent.put(item.uri(), System.nanoTime());
        }
        raw.send(item, Instant.now(), refusal -> {});
      }
      raw.flush();
    }
  }
}
