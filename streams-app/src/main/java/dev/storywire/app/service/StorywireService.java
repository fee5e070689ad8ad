package dev.storywire.app.service;

import dev.storywire.app.broker.Brokers;
import dev.storywire.app.process.OperatorError;
import dev.storywire.app.settings.Settings;
import dev.storywire.app.webhooks.Webhooks;
import dev.storywire.producer.send.EditWriter;
import dev.storywire.producer.send.RawTopicWriter;
import dev.storywire.schemas.Topic;
import dev.storywire.serve.HttpServer;
import dev.storywire.serve.peers.ClusterQueries;
import dev.storywire.serve.peers.Peers;
import dev.storywire.serve.query.Intakes;
import dev.storywire.serve.query.StoryFilter;
import dev.storywire.serve.query.StoryListItem;
import dev.storywire.serve.query.StoryQuery;
import dev.storywire.serve.topics.TopicQueries;
import dev.storywire.topology.FlowSettings;
import dev.storywire.topology.OffsetMonitor;
import dev.storywire.topology.StorywireTopology;
import dev.storywire.topology.kafka.PausingClientSupplier;
import dev.storywire.topology.kafka.StreamsSettings;
import dev.storywire.topology.stores.StoreLayoutException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An instance of the service: checks the topics, runs the topology and serves HTTP. Runs until
 * {@link #close} or until a stream thread fails; then {@link #await} throws the cause.
 */
public final class StorywireService implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StorywireService.class);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(30);
  private static final Duration DISK_CHECK = Duration.ofSeconds(1);

  private final Admin admin;
  private final OffsetMonitor offsets;
  private final StreamFailures failures;
  private final KafkaStreams streams;
  private final TopicFeed feed;
  private final RawItemIntake items;
  private final RawEditIntake edits;
  private final HttpServer http;
  private final Webhooks webhooks;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  private StorywireService(Settings settings) {
    this.webhooks = Webhooks.of(settings);
    Address address = Address.of(settings);
    Properties client = client(settings);
    this.admin = Brokers.connect(client);
    settings.topics().ensure(admin).forEach(LOG::warn);
    String prefix = settings.text(Settings.PREFIX);
    FlowSettings flow = FlowSetup.settings(settings, admin);
    this.offsets = new OffsetMonitor(admin, settings.applicationId(), flow, Clock.systemUTC());
    PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    Gauge.builder("storywire.raw.lag", offsets, OffsetMonitor::rawLag)
        .description("Raw records that are not yet read; -1 if unknown")
        .register(metrics);
    Gauge.builder("storywire.lanes.lag", offsets, OffsetMonitor::laneLag)
        .description("Prepared records that the lanes have not yet read; -1 if unknown")
        .register(metrics);
    this.feed = new TopicFeed(client, Topic.STORIES.name(prefix));
    NewsMetrics news = new NewsMetrics(metrics, Clock.systemUTC(), feed::lane);
    StreamsSettings.Instance instance = FlowSetup.instance(settings, flow, address);
    this.failures = new StreamFailures(DiskSpace.of(instance.stateDir()), DISK_CHECK, this::fail);
    Properties streamsSettings = StreamsSettings.of(instance);
    this.streams =
        StreamsStart.start(
            () ->
                new KafkaStreams(
                    StorywireTopology.build(flow, offsets, news),
                    streamsSettings,
                    new PausingClientSupplier(offsets.topic(), offsets::isLaneBehind)),
            failures);
    StoreQueries queries = new StoreQueries(streams, failures, feed, offsets, address.toString());
    new KafkaStreamsMetrics(streams).bindTo(metrics);
    new JvmMemoryMetrics().bindTo(metrics);
    this.items =
        new RawItemIntake(
            () ->
                RawTopicWriter.connect(
                    settings.text(Settings.BOOTSTRAP_SERVERS), prefix, settings.kafka()),
            Clock.systemUTC());
    this.edits =
        new RawEditIntake(() -> EditWriter.connect(prefix, settings.client()), Clock.systemUTC());
    this.http =
        new HttpServer(
            settings.http().withAddress(settings.text(Settings.HTTP_HOST), address.port()),
            queries,
            feed,
            topics(client, prefix),
            () -> others(address),
            new Intakes(items, edits),
            metrics);
    Peers peers = new Peers(() -> others(address), settings.http());
    webhooks.start(new ClusterQueries(queries, peers), metrics);
  }

  /**
   * Starts an instance.
   *
   * @throws OperatorError if a topic, a setting or the broker is unsuitable
   */
  public static StorywireService start(Settings settings) {
    return new StorywireService(settings);
  }

  /**
   * Checks that an instance can listen at its address, before something else is started for it.
   *
   * @throws OperatorError if the port is in use, or the address is not one of this machine
   */
  public static void checkAddress(Settings settings) {
    Address.of(settings);
  }

  /** Returns the port of the page. */
  public int port() {
    return http.port();
  }

  /**
   * Returns the current stories of all lanes, latest first. Uncommitted changes are not included.
   */
  public List<StoryListItem> stories() {
    return feed.catalog()
        .stories(new StoryQuery(StoryFilter.NONE, StoryQuery.MAX_LIMIT, null))
        .stories();
  }

  /** Waits until the service is closed. Throws an exception if it failed. */
  public void await() throws InterruptedException {
    ended.await();
    throwFailure();
  }

  /**
   * Checks that the service is running.
   *
   * @throws OperatorError if it was stopped
   */
  public void check() {
    if (!isRunning()) {
      throw new OperatorError("the service was stopped before it had finished");
    }
  }

  /** Returns false if the service was stopped. Throws an exception if it failed. */
  public boolean isRunning() {
    throwFailure();
    return ended.getCount() > 0;
  }

  private void throwFailure() {
    Throwable cause = failure.get();
    for (Throwable e = cause; e != null; e = e.getCause()) {
      if (e instanceof StoreLayoutException layout) {
        throw new OperatorError(layout.sentence(), layout);
      }
    }
    if (cause != null) {
      throw new IllegalStateException("the flow stopped: " + cause.getMessage(), cause);
    }
  }

  /** Waits until the service is running. Returns false if it is not running in time. */
  public boolean awaitRunning(Duration atMost) throws InterruptedException {
    long until = System.nanoTime() + atMost.toNanos();
    while (System.nanoTime() < until && ended.getCount() > 0) {
      if (streams.state() == KafkaStreams.State.RUNNING) {
        return true;
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return false;
  }

  /** Stops waiting in {@link #await}. */
  public void stop() {
    ended.countDown();
  }

  @Override
  public void close() {
    webhooks.close();
    http.close();
    items.close();
    edits.close();
    feed.close();
    failures.close();
    streams.close(CLOSE_WITHIN);
    offsets.close();
    admin.close();
    ended.countDown();
  }

  private void fail(Throwable cause) {
    failure.compareAndSet(null, cause);
    ended.countDown();
  }

  private Set<String> others(Address own) {
    return streams.metadataForAllStreamsClients().stream()
        .map(m -> m.host() + ":" + m.port())
        .filter(address -> !address.equals(own.toString()))
        .collect(Collectors.toSet());
  }

  private static TopicQueries topics(Properties client, String prefix) {
    return new TopicQueries(
        new TopicEventLog(client, Topic.STORY_EVENTS.name(prefix)),
        new TopicDeadLetters(client, Topic.DEAD_LETTERS.name(prefix)),
        new TopicVersions(client, Topic.RAW.name(prefix)));
  }

  private static Properties client(Settings settings) {
    Properties client = new Properties();
    client.putAll(settings.kafka());
    client.putAll(Map.of(Settings.BOOTSTRAP_SERVERS, settings.text(Settings.BOOTSTRAP_SERVERS)));
    return client;
  }
}
