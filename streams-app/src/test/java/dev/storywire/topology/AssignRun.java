package dev.storywire.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.storywire.app.audit.Audit;
import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.DeadLetterHeaders;
import dev.storywire.schemas.JsonSerde;
import dev.storywire.schemas.Topic;
import dev.storywire.story.Item;
import dev.storywire.story.prepare.OrderKey;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.state.LaneSettings;
import dev.storywire.topology.stores.EncodedArticle;
import dev.storywire.topology.stores.MemoryStores;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedForward;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** An assign processor with stores in memory, and the topics that it reads and writes. */
final class AssignRun {
  private static final Map<String, Topic> SINKS =
      Map.of(
          NodeNames.TO_ARTICLES, Topic.ARTICLES,
          NodeNames.TO_STORIES, Topic.STORIES,
          NodeNames.TO_STORY_EVENTS, Topic.STORY_EVENTS,
          NodeNames.ASSIGN_TO_DEAD_LETTERS, Topic.DEAD_LETTERS);

  private final MockProcessorContext<String, byte[]> context;
  private final Assign assign;
  private final Map<Topic, List<ConsumerRecord<String, byte[]>>> topics = new HashMap<>();

  AssignRun(StoreFault fault) {
    context =
        new MockProcessorContext<>(new Properties(), new TaskId(0, 0), Path.of("target").toFile());
    MemoryStores.add(context);
    String rawTopic = Topic.RAW.name("storywire.");
    assign = new Assign(LaneSettings.defaults(), rawTopic, 1, FlowListener.NONE, fault);
    assign.init(context);
  }

  /** Appends an item to the raw topic and decides it. Returns true if it was refused. */
  boolean decide(Item item) {
    PreparedArticle article = item.prepared();
    int offset = records(Topic.RAW).size();
    int refusedBefore = records(Topic.DEAD_LETTERS).size();
    append(Topic.RAW, article.uri(), item.bytes(), new RecordHeaders());
    OrderKey key = new OrderKey(article.orderTime(), article.uri(), article.version());
    byte[] payload = EncodedArticle.of(article).bytes();
    context.resetForwards();
    assign.process(
        new Record<>(
            null, new PreparedRecord.Article(key, 0, offset, false, payload), key.orderTime()));
    for (CapturedForward<? extends String, ? extends byte[]> sent : context.forwarded()) {
      Record<? extends String, ? extends byte[]> record = sent.record();
      Topic topic = requireNonNull(SINKS.get(sent.childName().orElseThrow()));
      append(topic, record.key(), record.value(), record.headers());
    }
    return records(Topic.DEAD_LETTERS).size() > refusedBefore;
  }

  /** Returns the keys and values of a topic, in order. */
  List<String> published(Topic topic) {
    return records(topic).stream()
        .map(r -> r.key() + " " + (r.value() == null ? "tombstone" : new String(r.value(), UTF_8)))
        .toList();
  }

  /** Returns the codes of the dead letters, in order. */
  List<String> codes() {
    return records(Topic.DEAD_LETTERS).stream()
        .map(r -> new String(r.headers().lastHeader(DeadLetterHeaders.CODE).value(), UTF_8))
        .toList();
  }

  /** Returns the last verdict on each article, by uri. */
  Map<String, ArticleVerdict> verdicts() {
    var serde = new JsonSerde<>(ArticleVerdict.class).deserializer();
    Map<String, ArticleVerdict> verdicts = new HashMap<>();
    for (ConsumerRecord<String, byte[]> record : records(Topic.ARTICLES)) {
      verdicts.put(record.key(), serde.deserialize(record.topic(), record.value()));
    }
    return verdicts;
  }

  /** Audits the topics of the run. */
  Audit.Report audit() {
    Map<String, List<ConsumerRecord<String, byte[]>>> byName = new HashMap<>();
    topics.forEach((topic, records) -> byName.put(topic.name("storywire."), records));
    return Audit.of(
        (topic, action) -> byName.getOrDefault(topic, List.of()).forEach(action), "storywire.");
  }

  private List<ConsumerRecord<String, byte[]>> records(Topic topic) {
    return topics.computeIfAbsent(topic, t -> new ArrayList<>());
  }

  private void append(Topic topic, String key, byte @Nullable [] value, Headers headers) {
    List<ConsumerRecord<String, byte[]>> records = records(topic);
    records.add(
        new ConsumerRecord<>(
            topic.name("storywire."),
            0,
            records.size(),
            0,
            TimestampType.CREATE_TIME,
            0,
            0,
            key,
            value,
            headers,
            Optional.empty()));
  }
}
