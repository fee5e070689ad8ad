package dev.storywire.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.storywire.app.audit.Audit;
import dev.storywire.app.audit.RawResults;
import dev.storywire.app.broker.EmbeddedBroker;
import dev.storywire.app.demo.Player;
import dev.storywire.app.demo.SampleDay;
import dev.storywire.app.service.RunningService;
import dev.storywire.app.service.StorywireService;
import dev.storywire.producer.send.RawTopicWriter;
import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.Topic;
import dev.storywire.topology.kafka.TopicReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the whole service with an embedded broker, like {@code storywire run --embedded}. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ServiceIT {
  @TempDir static Path data;
  private static EmbeddedBroker broker;

  @BeforeAll
  static void startBroker() {
    broker = EmbeddedBroker.start(data.resolve("broker"), 0);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void resumesAfterAStop() throws Exception {
    String prefix = "day.";
    List<SampleDay.Sent> day = SampleDay.wire();
    int noon = day.size() / 2;
    try (StorywireService first = service(prefix);
        RawResults results = new RawResults(client(), prefix)) {
      play(prefix, day.subList(0, noon));
      assertThat(results.await(noon, Duration.ofMinutes(2))).isTrue();
      assertThat(get(first, "/health/live")).contains("\"ok\":true");
    }
    play(prefix, day.subList(noon, day.size())); // arrives while the service is stopped

    try (StorywireService second = service(prefix);
        RawResults results = RawResults.fromBeginning(client(), prefix)) {
      assertThat(results.await(day.size(), Duration.ofMinutes(2))).isTrue();

      Audit.Report report = Audit.of(clientMap(), prefix);
      assertThat(report.faults()).isEmpty();
      assertThat(report.verdicts()).isEqualTo(day.size());
      assertThat(storiesByVerdict(prefix)).isEqualTo(storiesByTruth());
      assertThat(Json.mapper().readTree(get(second, "/api/stories?limit=200")).path("stories"))
          .hasSize(storiesByTruth().size());
      answersForEveryVerdict(second, prefix);
      streamsEveryEventOnce(second, prefix);
    }
  }

  /** Reads the log over HTTP, and resumes it in the middle. */
  private static void streamsEveryEventOnce(StorywireService service, String prefix)
      throws Exception {
    List<String> expected = new ArrayList<>();
    TopicReader.forEach(
        clientMap(),
        Topic.STORY_EVENTS.name(prefix),
        record -> expected.add(json(record.value()).toString()));
    List<String> streamed = new ArrayList<>();
    String id = "";
    for (int until : List.of(expected.size() / 2, expected.size())) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(
                  URI.create(
                      "http://127.0.0.1:%d/api/story-events?after=beginning"
                          .formatted(service.port())))
              .header("Accept", "text/event-stream");
      if (!id.isEmpty()) {
        request.header("Last-Event-ID", id);
      }
      try (Stream<String> lines =
          HttpClient.newHttpClient()
              .send(request.build(), HttpResponse.BodyHandlers.ofLines())
              .body()) {
        Iterator<String> line = lines.iterator();
        while (streamed.size() < until) {
          String text = line.next();
          if (text.startsWith("id: ")) {
            id = text.substring("id: ".length());
          } else if (text.startsWith("data: {\"type\"")) {
            streamed.add(Json.mapper().readTree(text.substring("data: ".length())).toString());
          }
        }
      }
    }
    assertThat(streamed).containsExactlyInAnyOrderElementsOf(expected);
  }

  /**
   * Checks an article whose records are in several partitions, since it was corrected, killed or
   * held.
   */
  private static void answersForEveryVerdict(StorywireService service, String prefix)
      throws Exception {
    Map<String, String> statusOf = new HashMap<>();
    TopicReader.forEach(
        clientMap(),
        Topic.ARTICLES.name(prefix),
        record -> statusOf.put(record.key(), json(record.value()).path("status").asText()));
    for (var article : statusOf.entrySet()) {
      String uri = URLEncoder.encode(article.getKey(), StandardCharsets.UTF_8);
      assertThat(Json.mapper().readTree(get(service, "/api/articles/" + uri)).path("status"))
          .as(article.getKey())
          .hasToString("\"" + article.getValue() + "\"");
    }
    JsonNode status = Json.mapper().readTree(get(service, "/api/status"));
    assertThat(status.at("/counts/stories").asInt()).isEqualTo(storiesByTruth().size());
    String newest = Json.mapper().readTree(get(service, "/api/stories")).path("eventTime").asText();
    assertThat(Instant.parse(status.path("eventTime").asText())).isAfterOrEqualTo(newest);
  }

  private static JsonNode json(byte[] value) {
    try {
      return Json.mapper().readTree(value);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void writesBadInputToTheDeadLettersAndValidStoriesForAPlainConsumer() throws Exception {
    String prefix = "bad.";
    try (StorywireService service = service(prefix);
        RawResults results = new RawResults(client(), prefix);
        KafkaProducer<String, String> producer = producer()) {
      for (String value : List.of("{", "[1]", "{}", "\0", "{\"uri\":\"u\"}")) {
        send(producer, prefix, value);
      }
      String large = "{\"uri\":\"u\",\"bodies\":[{\"value\":\"" + "x".repeat(20_000_000) + "\"}]}";
      send(producer, prefix, large);
      play(prefix, SampleDay.wire().subList(0, 10));

      assertThat(results.await(16, Duration.ofMinutes(2))).isTrue();
      assertThat(results.deadLetters()).isEqualTo(6);
      assertThat(Audit.of(clientMap(), prefix).faults()).isEmpty();
      assertThat(service.awaitRunning(Duration.ofSeconds(10))).isTrue();
    }
    Schema schema = schema("stories");
    List<String> broken = new ArrayList<>();
    TopicReader.forEach(
        clientMap(),
        Topic.STORIES.name(prefix),
        record ->
            schema
                .validate(new String(record.value(), StandardCharsets.UTF_8), InputFormat.JSON)
                .forEach(error -> broken.add(error.toString())));
    assertThat(broken).isEmpty();
  }

  private static void send(KafkaProducer<String, String> producer, String prefix, String value)
      throws Exception {
    RecordMetadata sent =
        producer.send(new ProducerRecord<>(Topic.RAW.name(prefix), "k", value)).get();
    assertThat(sent.hasOffset()).isTrue();
  }

  private static StorywireService service(String prefix) throws InterruptedException {
    return RunningService.service(broker.bootstrapServers(), prefix, data.resolve(prefix));
  }

  private static void play(String prefix, List<SampleDay.Sent> wire) throws InterruptedException {
    try (RawTopicWriter raw = RawTopicWriter.connect(broker.bootstrapServers(), prefix, Map.of())) {
      new Player(raw, Player.AS_FAST_AS_POSSIBLE, Clock.systemUTC()).play(wire);
    }
  }

  /** Returns the uris of each story on the topics, by the story of its first article. */
  private static Map<String, List<String>> storiesByVerdict(String prefix) {
    Map<String, String> storyOf = new HashMap<>();
    TopicReader.forEach(
        clientMap(),
        Topic.ARTICLES.name(prefix),
        record -> {
          try {
            ArticleVerdict verdict = Json.mapper().readValue(record.value(), ArticleVerdict.class);
            storyOf.put(verdict.uri(), Objects.requireNonNullElse(verdict.storyId(), ""));
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });
    Map<String, List<String>> uris = new HashMap<>();
    for (SampleDay.Truth truth : SampleDay.truth()) {
      String story = Objects.requireNonNull(storyOf.get(truth.uri()), truth.uri());
      uris.computeIfAbsent(story, id -> new ArrayList<>()).add(truth.uri());
    }
    return byFirst(uris);
  }

  private static Map<String, List<String>> storiesByTruth() {
    Map<String, List<String>> uris = new HashMap<>();
    for (SampleDay.Truth truth : SampleDay.truth()) {
      String story = truth.status() == ArticleVerdict.Status.USABLE ? truth.story() : "";
      uris.computeIfAbsent(story, id -> new ArrayList<>()).add(truth.uri());
    }
    return byFirst(uris);
  }

  private static Map<String, List<String>> byFirst(Map<String, List<String>> stories) {
    stories.remove("");
    Map<String, List<String>> byFirst = new HashMap<>();
    stories.values().forEach(uris -> byFirst.put(uris.get(0), uris));
    return byFirst;
  }

  private static String get(StorywireService service, String path)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + service.port() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private static Schema schema(String name) throws IOException {
    String file = "/dev/storywire/schemas/" + name + ".schema.json";
    try (InputStream in = Objects.requireNonNull(Topic.class.getResourceAsStream(file))) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static KafkaProducer<String, String> producer() {
    Properties properties = client();
    properties.put("max.request.size", Integer.toString(Topic.MAX_RECORD_BYTES));
    return new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer());
  }

  private static Properties client() {
    Properties client = new Properties();
    client.putAll(clientMap());
    return client;
  }

  private static Map<String, String> clientMap() {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }
}
