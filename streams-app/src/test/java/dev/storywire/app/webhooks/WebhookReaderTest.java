package dev.storywire.app.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.storywire.schemas.ArticleVerdict.Relation;
import dev.storywire.schemas.Entity;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.JsonSerde;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryBuilder;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.schemas.StoryEventArticleJoinedBuilder;
import dev.storywire.serve.query.NotReadyException;
import dev.storywire.serve.query.StoryFilter;
import dev.storywire.serve.query.StoryFilterBuilder;
import dev.storywire.topology.kafka.ConsumerGroupReader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reads events of a mock consumer and receives the deliveries of a webhook. */
class WebhookReaderTest {
  private static final String TOPIC = "test.story-events";
  private static final TopicPartition P0 = new TopicPartition(TOPIC, 0);
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final RequestSignature SIGNATURE =
      RequestSignature.parse("whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3");

  private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final WebhookSender sender =
      new WebhookSender(
          List.of(Duration.ofMillis(1), Duration.ofMillis(1)),
          metrics,
          Clock.fixed(NOON, ZoneOffset.UTC));
  private final Map<String, Story> stories = new ConcurrentHashMap<>();
  private final AtomicInteger notReady = new AtomicInteger();
  private final Deque<Integer> statuses = new ConcurrentLinkedDeque<>();
  private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
  private HttpServer server;
  private Thread thread = new Thread(() -> {});

  private record Received(String id, String time, String signature, String body) {
    JsonNode json() {
      try {
        return Json.mapper().readTree(body);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::receive);
    server.start();
  }

  @AfterEach
  void stop() throws InterruptedException {
    sender.close();
    thread.join(5_000);
    server.stop(0);
  }

  @Test
  void sendsANewStoryThatMatches() throws InterruptedException {
    publish("s1", "Ferry crews to strike", 1);
    publish("s2", "Bridge closed", 1);
    start(0, StoryFilterBuilder.builder().text("ferry").entity("Norhavn Lines").build());

    add(0, new StoryEvent.Opened("s2", 1, NOON, "en", null, null));
    add(1, new StoryEvent.Opened("gone", 1, NOON, "en", null, null));
    add(2, new StoryEvent.Opened("s1", 1, NOON, "en", null, null));

    Received delivery = next();
    assertThat(delivery.id()).isEqualTo("ferries:s1");
    assertThat(delivery.json().at("/on").asText()).isEqualTo("opened");
    assertThat(delivery.json().at("/event/type").asText()).isEqualTo("opened");
    assertThat(delivery.json().at("/story/headline").asText()).isEqualTo("Ferry crews to strike");
    assertThat(delivery.time()).isEqualTo(Long.toString(NOON.getEpochSecond()));
    assertThat(delivery.signature())
        .isEqualTo(
            SIGNATURE.sign("ferries:s1", NOON, delivery.body().getBytes(StandardCharsets.UTF_8)));
    untilCommitted(3);
    assertThat(received).isEmpty();
  }

  @Test
  void sendsAStoryThatReachesANumberOfSources() throws InterruptedException {
    publish("s1", "Ferry crews to strike", 2);
    start(2, StoryFilter.NONE);

    add(0, new StoryEvent.Opened("s1", 1, NOON, "en", null, null));
    add(1, joined("s1", 2, "urn:a", "Harbour Wire"));
    add(2, joined("s1", 3, "urn:b", "Coast Courier"));
    add(3, joined("s1", 4, "urn:c", "Ledger Daily"));

    assertThat(next().json().at("/event/uri").asText()).isEqualTo("urn:b");
    untilCommitted(3);
    assertThat(received).isEmpty();
  }

  @Test
  void triesAgainWithTheSameIdAndThenDropsIt() throws InterruptedException {
    publish("s1", "Ferry crews to strike", 1);
    publish("s2", "Ferry strike ends", 1);
    statuses.addAll(List.of(500, 302, 204, 500, 429, 500));
    notReady.set(1);
    start(0, StoryFilter.NONE);

    add(0, new StoryEvent.Opened("s1", 1, NOON, "en", null, null));
    add(1, new StoryEvent.Opened("s2", 1, NOON, "en", null, null));
    for (String id : List.of("s1", "s1", "s1", "s2", "s2", "s2")) {
      assertThat(next().id()).isEqualTo("ferries:" + id);
    }
    untilCommitted(2);

    assertThat(attempts("delivered")).isEqualTo(1);
    assertThat(attempts("failed")).isEqualTo(5);
    assertThat(attempts("dropped")).isEqualTo(1);
  }

  @Test
  void doesNotRepeatTheWordsOfAStoryThatWasKilledInTheMeantime() throws InterruptedException {
    publish("s1", "Unspeakable", 1);
    statuses.add(500);
    start(0, StoryFilter.NONE);
    add(0, new StoryEvent.Opened("s1", 1, NOON, "en", null, null));
    assertThat(next().body()).contains("Unspeakable");
    untilCommitted(1);

    assertThat(received).isEmpty();
  }

  @Test
  void keepsThePositionOfAnUndeliveredEvent() throws InterruptedException {
    publish("s1", "Ferry crews to strike", 1);
    notReady.set(Integer.MAX_VALUE);
    start(0, StoryFilter.NONE);
    add(0, new StoryEvent.Opened("s1", 1, NOON, "en", null, null));
    Thread.sleep(100);
    sender.close();
    thread.join(5_000);

    assertThat(thread.isAlive()).isFalse();
    assertThat(committed()).isEqualTo(0);
  }

  @Test
  void startsAtTheEndAndKeepsThatPosition() {
    consumer.updateBeginningOffsets(Map.of(P0, 0L));
    consumer.updateEndOffsets(Map.of(P0, 7L));
    ConsumerGroupReader reader = new ConsumerGroupReader(consumer, TOPIC);
    consumer.rebalance(List.of(P0));

    assertThat(committed()).isEqualTo(7);
    assertThat(reader.poll(Duration.ZERO)).isEmpty();
  }

  private void start(int minSources, StoryFilter filter) {
    consumer.updateBeginningOffsets(Map.of(P0, 0L));
    consumer.updateEndOffsets(Map.of(P0, 0L));
    consumer.setMaxPollRecords(1);
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    Webhook webhook = new Webhook("ferries", url, SIGNATURE, minSources, filter);
    WebhookReader reader = new WebhookReader(webhook, new KnownStories(), sender);
    ConsumerGroupReader log = new ConsumerGroupReader(consumer, TOPIC);
    consumer.rebalance(List.of(P0));
    thread =
        new Thread(
            () -> {
              try {
                reader.run(log);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    thread.start();
  }

  private final class KnownStories implements WebhookReader.Stories {
    @Override
    public Optional<Story> story(String storyId) {
      if (notReady.getAndDecrement() > 0) {
        throw new NotReadyException("Stores are being moved.");
      }
      return Optional.ofNullable(stories.get(storyId));
    }

    @Override
    public List<StoryEvent> events(String storyId, int limit) {
      return List.of();
    }
  }

  private void receive(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var headers = exchange.getRequestHeaders();
    received.add(
        new Received(
            Objects.requireNonNull(headers.getFirst("webhook-id")),
            Objects.requireNonNull(headers.getFirst("webhook-timestamp")),
            Objects.requireNonNull(headers.getFirst("webhook-signature")),
            body));
    if (body.contains("Unspeakable")) {
      publish("s1", "", 0);
    }
    Integer status = statuses.poll();
    exchange.getResponseHeaders().add("Location", "/elsewhere");
    exchange.sendResponseHeaders(status == null ? 204 : status, -1);
    exchange.close();
  }

  private Received next() throws InterruptedException {
    return Objects.requireNonNull(received.poll(10, TimeUnit.SECONDS), "no delivery");
  }

  private void untilCommitted(long offset) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (committed() < offset && System.nanoTime() < until) {
      Thread.sleep(10);
    }
    assertThat(committed()).isGreaterThanOrEqualTo(offset);
  }

  private long committed() {
    OffsetAndMetadata position = consumer.committed(Set.of(P0)).get(P0);
    return position == null ? -1 : position.offset();
  }

  private double attempts(String outcome) {
    return metrics
        .counter("storywire.webhook.attempts", "webhook", "ferries", "outcome", outcome)
        .count();
  }

  private void publish(String id, String headline, int articles) {
    stories.put(
        id,
        StoryBuilder.builder()
            .storyId(id)
            .seq(2)
            .lane("en")
            .status(Story.Status.OPEN)
            .headline(headline)
            .summary(List.of())
            .firstSeen(NOON)
            .lastUpdated(NOON)
            .articleCount(articles)
            .sourceCount(articles)
            .articles(List.of())
            .entities(List.of(new Entity("norhavn-lines", "Norhavn Lines", Entity.Type.ORG, 2)))
            .terms(List.of())
            .build());
  }

  private void add(long offset, StoryEvent event) {
    byte[] value = new JsonSerde<>(StoryEvent.class).serializer().serialize(TOPIC, event);
    consumer.addRecord(new ConsumerRecord<>(TOPIC, 0, offset, event.storyId(), value));
  }

  private static StoryEvent joined(String story, long seq, String uri, String source) {
    return StoryEventArticleJoinedBuilder.builder()
        .storyId(story)
        .seq(seq)
        .at(NOON)
        .lane("en")
        .uri(uri)
        .version(1)
        .relation(Relation.ORIGINAL)
        .source(source)
        .build();
  }
}
