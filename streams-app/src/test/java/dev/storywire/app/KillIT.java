package dev.storywire.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.app.audit.RawResults;
import dev.storywire.app.broker.EmbeddedBroker;
import dev.storywire.app.service.RunningService;
import dev.storywire.app.service.StorywireService;
import dev.storywire.schemas.Topic;
import dev.storywire.topology.kafka.TopicReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** After a kill, searches all outputs and responses of the service for the killed words. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KillIT {
  private static final String PREFIX = "kill.";
  private static final List<String> WORDS = List.of("Quillfeather", "zanzibarites", "xylographer");

  /** Topics that may contain the words: the input, and the store of names. */
  private static final Set<String> NOT_SEARCHED =
      Set.of(PREFIX + "raw", PREFIX + "prepared", "storywire-kill-names-changelog");

  @TempDir Path data;

  @Test
  void noWordsOfAKilledArticleRemain() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(data.resolve("broker"), 0)) {
      Map<String, String> client = Map.of("bootstrap.servers", broker.bootstrapServers());
      Properties properties = new Properties();
      properties.putAll(client);
      try (StorywireService service = service(broker);
          RawResults results = new RawResults(properties, PREFIX);
          KafkaProducer<String, String> raw =
              new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
        send(raw, "urn:killed", 1, "Quillfeather arrested", story("Quillfeather, a xylographer,"));
        send(raw, "urn:other", 1, "Painter arrested in Kelsund", story("A painter"));
        assertThat(results.await(2, Duration.ofMinutes(2))).isTrue();
        assertThat(get(service, "/api/articles/urn%3Akilled")).contains("Quillfeather");
        assertThat(found(client)).isNotEmpty();
        List<String> paths = paths(service);

        kill(raw);
        assertThat(results.await(3, Duration.ofMinutes(2))).isTrue();
        Thread.sleep(1_000); // the list is updated from the topic

        assertThat(found(client)).isEmpty();
        for (String path : paths) {
          assertThat(get(service, path))
              .as(path)
              .doesNotContainIgnoringCase(WORDS.toArray(new String[0]));
        }
        assertThat(live(service, raw)).doesNotContainIgnoringCase(WORDS.toArray(new String[0]));
      }
    }
  }

  private StorywireService service(EmbeddedBroker broker) throws InterruptedException {
    return RunningService.service(broker.bootstrapServers(), PREFIX, data.resolve("state"));
  }

  private static String story(String who) {
    return who
        + " was arrested in Kelsund on Thursday over forged prints of the old harbour, police said."
        + " Some zanzibarites had bought them at the spring fair for forty crowns each.";
  }

  private static void send(
      KafkaProducer<String, String> raw, String uri, int version, String headline, String body)
      throws Exception {
    String text = uri.equals("urn:killed") ? body : body.replace("zanzibarites", "visitors");
    put(
        raw,
        uri,
        """
        {"uri":"%s","version":"%d","language":"en","headlines":[{"value":"%s"}],\
        "bodies":[{"contentType":"text/plain","value":"%s"}],"infoSources":[{"name":"Harbour Wire"}]}"""
            .formatted(uri, version, headline, text));
  }

  private static void kill(KafkaProducer<String, String> raw) throws Exception {
    put(
        raw,
        "urn:note",
        """
        {"uri":"urn:note","language":"en","headlines":[{"value":"KILL KILL KILL"}],\
        "bodies":[{"value":"Please kill item 12 \\"Quillfeather arrested\\"."}],\
        "infoSources":[{"name":"Harbour Wire"}]}""");
  }

  private static void put(KafkaProducer<String, String> raw, String uri, String json)
      throws Exception {
    assertThat(raw.send(new ProducerRecord<>(Topic.RAW.name(PREFIX), uri, json)).get().hasOffset())
        .isTrue();
  }

  /** Returns the topics that contain a killed word, after compaction. */
  private static Map<String, Set<String>> found(Map<String, String> client) throws Exception {
    Map<String, Set<String>> found = new TreeMap<>();
    Set<String> topics;
    try (Admin admin = Admin.create(Map.copyOf(client))) {
      topics = new TreeSet<>(admin.listTopics().names().get());
    }
    topics.removeIf(topic -> topic.startsWith("__") || NOT_SEARCHED.contains(topic));
    for (String topic : topics) {
      boolean compacted =
          topic.endsWith("-changelog")
              || Set.of(Topic.ARTICLES.name(PREFIX), Topic.STORIES.name(PREFIX)).contains(topic);
      Map<String, String> records = new HashMap<>();
      TopicReader.forEach(
          client,
          topic,
          record ->
              records.put(
                  compacted ? record.key() : record.partition() + "@" + record.offset(),
                  record.key()
                      + (record.value() == null ? "" : new String(record.value(), UTF_8))));
      for (String word : WORDS) {
        if (records.values().stream()
            .anyMatch(r -> r.toLowerCase(ROOT).contains(word.toLowerCase(ROOT)))) {
          found.computeIfAbsent(topic, t -> new TreeSet<>()).add(word);
        }
      }
    }
    return found;
  }

  /** Returns all responses on the two articles and their stories. */
  private static List<String> paths(StorywireService service) throws Exception {
    List<String> paths =
        new ArrayList<>(
            List.of(
                "/",
                "/api/stories",
                "/api/stories?q=quill",
                "/api/stories?entity=Quillfeather",
                "/api/articles/urn%3Akilled",
                "/api/articles/urn%3Aother",
                "/api/articles/urn%3Anote",
                "/api/explain/urn%3Akilled",
                "/api/explain/urn%3Aother",
                "/api/status",
                "/metrics"));
    var matcher =
        java.util.regex.Pattern.compile("\"storyId\":\"([^\"]+)\"")
            .matcher(get(service, "/api/stories?limit=200"));
    while (matcher.find()) {
      paths.add("/stories/" + matcher.group(1));
      paths.add("/api/stories/" + matcher.group(1));
      paths.add("/api/stories/" + matcher.group(1) + "/events");
    }
    assertThat(paths).hasSizeGreaterThan(13);
    return paths;
  }

  /** Returns the events for a client that connects after the kill, until a story changes. */
  private static String live(StorywireService service, KafkaProducer<String, String> raw)
      throws Exception {
    HttpResponse<InputStream> answer =
        HttpClient.newHttpClient()
            .send(
                request(service, "/api/events").header("Accept", "text/event-stream").build(),
                BodyHandlers.ofInputStream());
    send(raw, "urn:third", 1, "Painter freed in Kelsund", story("The freed painter"));
    StringBuilder heard = new StringBuilder();
    try (var lines = new BufferedReader(new InputStreamReader(answer.body(), UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        heard.append(line).append('\n');
        if (line.contains("storyId")) {
          break;
        }
      }
    }
    return heard.toString();
  }

  private static String get(StorywireService service, String path)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(request(service, path).build(), BodyHandlers.ofString())
        .body();
  }

  private static HttpRequest.Builder request(StorywireService service, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
        .timeout(Duration.ofMinutes(1));
  }
}
