package dev.storywire.topology;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.Refusal;
import dev.storywire.story.ArticleRecord;
import dev.storywire.story.Lane;
import dev.storywire.story.LaneOutput;
import dev.storywire.story.LaneSettings;
import dev.storywire.story.prepare.Advisory;
import dev.storywire.story.prepare.OrderKey;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.topology.kafka.DeadLetters;
import dev.storywire.topology.stores.KafkaLaneStore;
import dev.storywire.topology.stores.StateStores;
import dev.storywire.topology.stores.StoryLog;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Hands each article to its lane and puts out what the lane says. Lanes come up with their first
 * article, from what the stores of the partition remember.
 */
final class Assign implements Processor<Void, PreparedRecord, String, byte[]> {
  private static final String STAGE = "assign";

  private final LaneSettings settings;
  private final String rawTopic;
  private final int lanePartitions;
  private final Map<String, Lane> lanes = new TreeMap<>();
  private @Nullable ProcessorContext<String, byte[]> context;
  private @Nullable KeyValueStore<String, ArticleRecord> articles;
  private @Nullable KeyValueStore<String, Long> clocks;
  private @Nullable StoryLog log;

  Assign(LaneSettings settings, String rawTopic, int lanePartitions) {
    this.settings = settings;
    this.rawTopic = rawTopic;
    this.lanePartitions = lanePartitions;
  }

  @Override
  public void init(ProcessorContext<String, byte[]> context) {
    this.context = context;
    this.articles = context.getStateStore(StateStores.ARTICLES);
    this.clocks = context.getStateStore(StateStores.LANES);
    this.log = new StoryLog(context.getStateStore(StateStores.STORY_LOG));
    lanes.clear();
  }

  @Override
  public void process(Record<Void, PreparedRecord> record) {
    if (record.value() instanceof PreparedRecord.HandOver handOver) {
      sayAgain(handOver, record);
    } else if (record.value() instanceof PreparedRecord.Article item) {
      decide(item, record);
    }
  }

  private void decide(PreparedRecord.Article item, Record<?, ?> record) {
    PreparedArticle article = Prepare.PREPARED.decode(item.payload());
    String origin = rawTopic + "-" + item.partition() + "@" + item.offset();
    tellOthers(article, item.orderKey(), record, origin);
    heed(article, record, origin);
    if (isDecidedHere(article.lane())) {
      put(lane(article.lane()).accept(article), record, origin);
    }
  }

  /** A newer version may have changed lanes: the one that has an older version lets it go. */
  private void tellOthers(
      PreparedArticle article, OrderKey orderKey, Record<?, ?> record, String origin) {
    if (!article.concernsAllLanes()) {
      return;
    }
    ArticleRecord known = requireNonNull(articles).get(article.uri());
    if (known != null && known.lane() != null && !known.lane().equals(article.lane())) {
      put(lane(known.lane()).moved(article), record, origin);
      if (known.verdict() != null && known.version() < article.version()) {
        handOver(article.lane(), orderKey, record);
      }
    } else if (known == null && !isDecidedHere(article.lane())) {
      put(lane(article.lane()).moved(article), record, origin);
    }
  }

  /** What the article says of others; of one that has not come yet it is remembered. */
  private void heed(PreparedArticle article, Record<?, ?> record, String origin) {
    for (Advisory advisory : article.advisories()) {
      if (advisory.uri() == null) {
        continue; // named in words: its own lane knows by whom
      }
      ArticleRecord known = requireNonNull(articles).get(advisory.uri());
      String lane = known == null || known.lane() == null ? article.lane() : known.lane();
      put(lane(lane).heed(advisory, article), record, origin);
    }
  }

  /**
   * Lanes of different partitions are not in step: one that is behind may write its verdict on an
   * older version after the other's on the newer. What is last on the topic stays, so the lane that
   * has the article says its verdict again when the other has said its last.
   */
  private void handOver(String lane, OrderKey orderKey, Record<?, ?> cause) {
    if (!isDecidedHere(lane)) {
      byte[] frame = PreparedRecord.encode(new PreparedRecord.HandOver(lane, orderKey));
      put(NodeNames.TO_OTHER_LANES, lane, frame, cause, new RecordHeaders());
    }
  }

  private void sayAgain(PreparedRecord.HandOver handOver, Record<?, ?> cause) {
    OrderKey orderKey = handOver.orderKey();
    ArticleRecord known = requireNonNull(articles).get(orderKey.uri());
    @Nullable Long clock = requireNonNull(clocks).get(handOver.lane());
    if (clock == null || clock < orderKey.orderTime()) {
      return; // the newer version is still to come, and its verdict with it
    }
    if (known != null && known.verdict() != null) {
      put(NodeNames.TO_ARTICLES, orderKey.uri(), json(known.verdict()), cause, new RecordHeaders());
    } else if (known != null && known.lane() != null) {
      handOver(known.lane(), orderKey, cause);
    } else { // forgotten, or known by nothing but a note that came since
      put(NodeNames.TO_ARTICLES, orderKey.uri(), null, cause, new RecordHeaders());
    }
  }

  private boolean isDecidedHere(String lane) {
    byte[] key = lane.getBytes(StandardCharsets.UTF_8);
    return LanePartitioner.partition(key, lanePartitions)
        == requireNonNull(context).taskId().partition();
  }

  private Lane lane(String name) {
    return lanes.computeIfAbsent(
        name, key -> new Lane(key, settings, new KafkaLaneStore(key, requireNonNull(context))));
  }

  private void put(List<LaneOutput> outputs, Record<?, ?> cause, String origin) {
    for (LaneOutput output : outputs) {
      if (output instanceof LaneOutput.Verdict said) {
        Headers headers = new RecordHeaders();
        if (said.arrival()) {
          headers.add(ArticleVerdict.RAW_HEADER, origin.getBytes(StandardCharsets.UTF_8));
        }
        put(NodeNames.TO_ARTICLES, said.verdict().uri(), json(said.verdict()), cause, headers);
      } else if (output instanceof LaneOutput.Event said) {
        byte[] event = json(said.event());
        requireNonNull(log).add(said.event(), event);
        put(NodeNames.TO_STORY_EVENTS, said.event().storyId(), event, cause, new RecordHeaders());
      } else if (output instanceof LaneOutput.Snapshot said) {
        put(
            NodeNames.TO_STORIES,
            said.story().storyId(),
            json(said.story()),
            cause,
            new RecordHeaders());
      } else if (output instanceof LaneOutput.StoryRetired said) {
        requireNonNull(log).forget(said.storyId());
        put(NodeNames.TO_STORIES, said.storyId(), null, cause, new RecordHeaders());
      } else if (output instanceof LaneOutput.ArticleForgotten said) {
        put(NodeNames.TO_ARTICLES, said.uri(), null, cause, new RecordHeaders());
      } else if (output instanceof LaneOutput.Superseded said) {
        Refusal refusal = new Refusal("superseded", said.reason());
        Headers headers = DeadLetters.headers(origin, STAGE, refusal);
        put(NodeNames.TO_REFUSED, "", null, cause, headers);
      }
    }
  }

  private void put(
      String node, String key, byte @Nullable [] value, Record<?, ?> cause, Headers headers) {
    requireNonNull(context).forward(new Record<>(key, value, cause.timestamp(), headers), node);
  }

  private static byte[] json(Object value) {
    try {
      return Json.mapper().writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new SerializationException("cannot write " + value.getClass().getSimpleName(), e);
    }
  }
}
