package dev.storywire.topology;

import static java.util.Objects.requireNonNull;

import dev.storywire.schemas.Edit;
import dev.storywire.schemas.EditReader;
import dev.storywire.schemas.Refusal;
import dev.storywire.story.LanePartition;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.prepare.RefusedItemException;
import dev.storywire.story.prepare.Signature;
import dev.storywire.story.state.LaneOutput;
import dev.storywire.story.state.LaneSettings;
import dev.storywire.story.state.PartitionStore;
import dev.storywire.topology.stores.EncodedArticle;
import dev.storywire.topology.stores.UnitOfWork;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes each article and edit to the lanes of its partition and forwards their outputs.
 *
 * <p>Each record is one unit of work. If deciding it throws, its changes and outputs are discarded,
 * the lanes are rebuilt from their stores, and the record becomes a dead letter; the flow goes on
 * as if the record had not arrived. A {@link KafkaException} or an {@link Error} is not caused by
 * the record: it stops the thread. So does a failure of the commit itself.
 */
final class Assign implements Processor<Void, PreparedRecord, String, byte[]> {
  private static final Logger LOG = LoggerFactory.getLogger(Assign.class);

  private final LaneSettings settings;
  private final String rawTopic;
  private final int lanePartitions;
  private final FlowListener listener;
  private final LateArticles late;
  private final UnaryOperator<PartitionStore> decorator;
  private @Nullable ProcessorContext<String, byte[]> context;
  private @Nullable UnitOfWork work;
  private @Nullable LanePartition lanes;
  private @Nullable OutputEncoder encoder;

  Assign(LaneSettings settings, String rawTopic, int lanePartitions, FlowListener listener) {
    this(settings, rawTopic, lanePartitions, listener, UnaryOperator.identity());
  }

  /** Creates a processor whose lanes use decorated stores, so that tests can inject faults. */
  Assign(
      LaneSettings settings,
      String rawTopic,
      int lanePartitions,
      FlowListener listener,
      UnaryOperator<PartitionStore> decorator) {
    this.settings = settings;
    this.rawTopic = rawTopic;
    this.lanePartitions = lanePartitions;
    this.listener = listener;
    this.late = new LateArticles(settings.closeAfter(), listener);
    this.decorator = decorator;
  }

  @Override
  public void init(ProcessorContext<String, byte[]> context) {
    this.context = context;
    this.work = new UnitOfWork(context);
    this.lanes = new LanePartition(settings, decorator.apply(work), this::isDecidedHere);
    this.encoder = new OutputEncoder(rawTopic, work.storyLog(), listener);
  }

  @Override
  public void process(Record<Void, PreparedRecord> record) {
    List<Output> outputs;
    try {
      outputs = decide(record.value());
    } catch (KafkaException e) {
      throw e;
    } catch (RuntimeException e) {
      requireNonNull(work).discard();
      requireNonNull(lanes).reset();
      outputs = refuse(record.value(), e);
    }
    requireNonNull(work).commit();
    for (Output output : outputs) {
      requireNonNull(context)
          .forward(
              new Record<>(output.key(), output.value(), record.timestamp(), output.headers()),
              output.node());
    }
  }

  private List<Output> decide(PreparedRecord record) {
    LanePartition partition = requireNonNull(lanes);
    if (record instanceof PreparedRecord.HandOver handOver) {
      return outputs(partition.takeOver(handOver.lane(), handOver.orderKey()), null);
    }
    if (record instanceof PreparedRecord.Edit edit) {
      return outputs(partition.applyEdit(edit(edit)), edit);
    }
    if (record instanceof PreparedRecord.ArticleSignature signature) {
      return outputs(partition.linkToOtherPartition(Signature.decode(signature.payload())), null);
    }
    if (record instanceof PreparedRecord.Article item) {
      PreparedArticle article = requireNonNull(work).begin(EncodedArticle.of(item.payload()));
      return outputs(partition.accept(article, item.orderKey()), item);
    }
    throw new IllegalArgumentException("A progress mark reached assign");
  }

  /**
   * Returns the dead letter of a record. Only the partition that decides an article refuses it, so
   * that it has one dead letter.
   */
  private List<Output> refuse(PreparedRecord record, RuntimeException failure) {
    if (!(record instanceof PreparedRecord.Ordered ordered)
        || record instanceof PreparedRecord.ArticleSignature) {
      LOG.error("A record of another lane failed: {}", record, failure);
      return List.of();
    }
    String uri = ordered.orderKey().uri();
    LOG.atError()
        .addKeyValue("uri", uri)
        .setCause(failure)
        .log(
            "Deciding {} ({}) failed; its changes were discarded",
            requireNonNull(encoder).origin(ordered),
            uri);
    if (ordered instanceof PreparedRecord.Article item
        && !isDecidedHere(EncodedArticle.of(item.payload()).article().lane())) {
      return List.of();
    }
    Refusal refusal =
        failure instanceof RefusedItemException refused
            ? refused.refusal()
            : Failures.refusal(failure);
    return List.of(requireNonNull(encoder).deadLetter(ordered, refusal));
  }

  private List<Output> outputs(List<LaneOutput> decided, PreparedRecord.@Nullable Ordered cause) {
    List<Output> outputs = new ArrayList<>();
    for (LaneOutput output : decided) {
      if (output instanceof LaneOutput.ClockAhead ahead) {
        logClockAhead(ahead);
      } else {
        outputs.add(requireNonNull(encoder).encode(output, cause));
      }
    }
    decided.forEach(listener::decided);
    late.report(decided, cause);
    return outputs;
  }

  /** Logs that a clock is about to advance far, before the changes that follow are committed. */
  private static void logClockAhead(LaneOutput.ClockAhead ahead) {
    Instant clock = Instant.ofEpochMilli(ahead.clock());
    Instant time = Instant.ofEpochMilli(ahead.time());
    LOG.atWarn()
        .addKeyValue("uri", ahead.uri())
        .log(
            ahead.isConfirmed()
                ? "Lane {}: article {} confirms the time {}; the clock advances from {}, and"
                    + " articles and stories outside the windows of that time expire"
                : "Lane {}: article {} has the time {}, far ahead of the clock, {}. The clock stays"
                    + " until an article of another source, or ten articles, confirm it",
            ahead.lane(),
            ahead.uri(),
            time,
            clock);
  }

  private static Edit edit(PreparedRecord.Edit record) {
    if (EditReader.read(record.payload()) instanceof EditReader.Read read) {
      return read.edit();
    }
    throw new IllegalArgumentException("An invalid edit reached assign");
  }

  private boolean isDecidedHere(String lane) {
    byte[] key = lane.getBytes(StandardCharsets.UTF_8);
    return LanePartitioner.partition(key, lanePartitions)
        == requireNonNull(context).taskId().partition();
  }
}
