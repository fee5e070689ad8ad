package dev.storywire.app.bench;

import dev.storywire.app.broker.Brokers;
import dev.storywire.app.process.OperatorError;
import dev.storywire.app.service.StorywireService;
import dev.storywire.app.settings.Settings;
import dev.storywire.producer.send.RawTopicWriter;
import dev.storywire.schemas.Topic;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;

/**
 * Measures one workload: a catch-up of the service, its latency at a steady rate, and a catch-up of
 * the empty topology over the same records on the same broker.
 */
final class WorkloadRun {
  private static final Duration READY_WITHIN = Duration.ofMinutes(2);
  private static final Duration STALLED_AFTER = Duration.ofMinutes(2);
  private static final Duration POLL = Duration.ofMillis(100);

  private final Settings settings;
  private final long seed;
  private final String prefix;
  private final Map<String, String> client;

  WorkloadRun(Settings settings, long seed) {
    this.settings = settings;
    this.seed = seed;
    this.prefix = settings.text(Settings.PREFIX);
    this.client = settings.client();
  }

  /** Runs it. A rate of 0 leaves the latency out. */
  WorkloadResult run(Workload workload, int rate, int seconds) throws InterruptedException {
    String empty = prefix + "empty";
    try (Admin admin = Brokers.connect(client)) {
      settings.topics().ensure(admin);
      NewTopic topic =
          new NewTopic(empty, Optional.of(4), Optional.empty())
              .configs(Map.of("message.timestamp.type", "LogAppendTime"));
      Brokers.await(admin.createTopics(List.of(topic)).all());
    }
    GeneratedWire wire = workload.wire(seed);
    long articles;
    try (RawTopicWriter raw =
        RawTopicWriter.connect(
            settings.text(Settings.BOOTSTRAP_SERVERS), prefix, settings.kafka())) {
      articles = workload.produce(wire, raw);
    }
    long ready;
    Throughput rates;
    Map<Stage, Long> stages;
    Latency latency;
    long started = System.nanoTime();
    StageSampler sampler = new StageSampler();
    try (sampler;
        StorywireService service = StorywireService.start(settings)) {
      if (!service.awaitRunning(READY_WITHIN)) {
        throw new OperatorError("the service is not ready after " + READY_WITHIN);
      }
      ready = System.nanoTime() - started;
      List<String> results = List.of(Topic.ARTICLES.name(prefix), Topic.DEAD_LETTERS.name(prefix));
      rates = catchUp(results, articles, record -> {});
      stages = sampler.stop();
      latency = latency(wire, rate, seconds);
    }
    return WorkloadResultBuilder.builder()
        .name(workload.name())
        .articles(articles)
        .readyMillis(ready / 1_000_000)
        .perSecond(rates.secondHalf())
        .overall(rates.overall())
        .fromSecond10(rates.between(10, 20))
        .tenths(rates.tenths())
        .emptyPerSecond(empty(empty, articles))
        .cpuMillis(total(stages) / 1e6 / articles)
        .stages(shares(stages))
        .latency(latency)
        .build();
  }

  private @Nullable Latency latency(GeneratedWire wire, int rate, int seconds)
      throws InterruptedException {
    if (rate == 0) {
      return null;
    }
    return new LatencyRun(prefix, client, rate)
        .run(wire.articles(Integer.MAX_VALUE).iterator(), seconds);
  }

  /**
   * Returns the throughput of the empty topology in records per second, by the times at which the
   * broker appended its first and its last output. The topology may be done before the first output
   * is read here.
   */
  private double empty(String topic, long articles) {
    LongSummaryStatistics appended = new LongSummaryStatistics();
    try (KafkaStreams streams = EmptyTopology.of(settings, Topic.RAW.name(prefix), topic)) {
      streams.start();
      var unused = catchUp(List.of(topic), articles, record -> appended.accept(record.timestamp()));
    }
    return appended.getCount() * 1_000.0 / (appended.getMax() - appended.getMin());
  }

  private Throughput catchUp(
      List<String> topics, long expected, Consumer<ConsumerRecord<String, byte[]>> reader) {
    Throughput rates = new Throughput();
    long[] done = {0};
    long start = System.nanoTime();
    long last = start;
    rates.add(0, 0);
    try (ResultCounter results = new ResultCounter(client, topics, true)) {
      while (done[0] < expected) {
        long before = done[0];
        results.poll(
            POLL,
            record -> {
              done[0] += ResultCounter.isResult(record) ? 1 : 0;
              reader.accept(record);
            });
        long now = System.nanoTime();
        if (done[0] > before) {
          rates.add(now - start, done[0]);
          last = now;
        } else if (now - last > STALLED_AFTER.toNanos()) {
          throw new OperatorError(
              "no result for %s after %,d of %,d".formatted(STALLED_AFTER, done[0], expected));
        }
      }
    }
    return rates;
  }

  private static long total(Map<Stage, Long> nanos) {
    return nanos.values().stream().mapToLong(Long::longValue).sum();
  }

  private static Map<Stage, Double> shares(Map<Stage, Long> nanos) {
    Map<Stage, Double> shares = new EnumMap<>(Stage.class);
    nanos.forEach((stage, time) -> shares.put(stage, time / (double) total(nanos)));
    return shares;
  }
}
