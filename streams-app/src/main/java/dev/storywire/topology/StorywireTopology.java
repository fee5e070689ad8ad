package dev.storywire.topology;

import dev.storywire.schemas.Topic;
import dev.storywire.story.prepare.Preparation;
import dev.storywire.topology.stores.Changelogs;
import dev.storywire.topology.stores.StateStores;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;

/**
 * The flow, top to bottom.
 *
 * <pre>
 *                        ┌── hand-overs ──┐
 *                        ▼                │
 * raw ─▶ prepare ─▶ prepared ─▶ order ─▶ assign ─▶ articles, stories, story-events
 *           │                             │
 *           └──────▶ dead-letters ◀───────┘
 *                        ▲
 *            records too large to produce
 * </pre>
 *
 * <p><em>Prepare</em> reads each article once, in parallel over the raw partitions. The key changes
 * there, from uri to lane: <em>order</em> and <em>assign</em> need all articles of a lane in one
 * place. The prepared topic is not a repartition topic of Kafka Streams, because progress marks go
 * to all its partitions, and because its name must not depend on the internals of a release.
 */
public final class StorywireTopology {
  /** Number of checks for a new reading of the raw ends, in the time between two of them. */
  private static final int CHECKS_PER_READING = 4;

  private StorywireTopology() {}

  /**
   * Builds the topology.
   *
   * @param rawEnds the ends of the raw partitions, which distinguish a quiet partition from a slow
   *     one
   * @param listener receives decided and refused records
   */
  public static Topology build(
      FlowSettings settings, RawEndOffsets rawEnds, FlowListener listener) {
    String prefix = settings.prefix();
    String raw = Topic.RAW.name(prefix);
    var bytes = new ByteArraySerializer();
    var string = new StringSerializer();
    var fromBytes = new ByteArrayDeserializer();
    Map<String, String> changelog = Changelogs.config(settings.replicationFactor());

    CommitPacer commits = new CommitPacer(settings.commitInterval());

    Topology flow = new Topology();

    flow.addSource(NodeNames.RAW, fromBytes, fromBytes, raw)
        .addProcessor(
            NodeNames.PREPARE,
            () ->
                new Prepare(
                    new Preparation(settings.laneRule())::prepare,
                    settings.lane().linksLanes() && settings.lanePartitions() > 1,
                    new SettledEndOffsets(rawEnds, settings.readingsInGrace()),
                    settings.readingInterval().dividedBy(CHECKS_PER_READING),
                    commits,
                    listener),
            NodeNames.RAW)
        .addSink(
            NodeNames.TO_PREPARED,
            Topic.PREPARED.name(prefix),
            bytes,
            bytes,
            new LanePartitioner(),
            NodeNames.PREPARE);

    flow.addSource(NodeNames.PREPARED, fromBytes, fromBytes, Topic.PREPARED.name(prefix))
        .addProcessor(
            NodeNames.ORDER,
            () -> new Order(settings.rawPartitions(), settings.grace(), rawEnds, commits, listener),
            NodeNames.PREPARED)
        .addStateStore(StateStores.order(changelog), NodeNames.ORDER)
        .addProcessor(
            NodeNames.ASSIGN,
            () -> new Assign(settings.lane(), raw, settings.lanePartitions(), listener),
            NodeNames.ORDER);
    StateStores.assign(changelog).forEach(store -> flow.addStateStore(store, NodeNames.ASSIGN));

    flow.addSink(
            NodeNames.TO_ARTICLES, Topic.ARTICLES.name(prefix), string, bytes, NodeNames.ASSIGN)
        .addSink(NodeNames.TO_STORIES, Topic.STORIES.name(prefix), string, bytes, NodeNames.ASSIGN)
        .addSink(
            NodeNames.TO_OTHER_LANES, Topic.PREPARED.name(prefix), string, bytes, NodeNames.ASSIGN)
        .addSink(
            NodeNames.TO_STORY_EVENTS,
            Topic.STORY_EVENTS.name(prefix),
            string,
            bytes,
            NodeNames.ASSIGN)
        .addSink(
            NodeNames.ASSIGN_TO_DEAD_LETTERS,
            Topic.DEAD_LETTERS.name(prefix),
            string,
            bytes,
            NodeNames.ASSIGN)
        .addSink(
            NodeNames.TO_DEAD_LETTERS,
            Topic.DEAD_LETTERS.name(prefix),
            bytes,
            bytes,
            NodeNames.PREPARE);
    return flow;
  }
}
