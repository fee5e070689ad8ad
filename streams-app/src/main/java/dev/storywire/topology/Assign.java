package dev.storywire.topology;

import static java.util.Objects.requireNonNull;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.Edit;
import dev.storywire.schemas.EditReader;
import dev.storywire.schemas.Refusal;
import dev.storywire.story.LanePartition;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.prepare.Signature;
import dev.storywire.story.prepare.TooCostlyException;
import dev.storywire.story.state.LaneOutput;
import dev.storywire.story.state.LaneSettings;
import dev.storywire.story.state.PartitionStore;
import dev.storywire.topology.kafka.DeadLetters;
import dev.storywire.topology.stores.EncodedArticle;
import dev.storywire.topology.stores.StoryLog;
import dev.storywire.topology.stores.UnitOfWork;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes each article and edit to the lanes of its partition and forwards what they decide.
 *
 * <p>Each record is one unit of work. If deciding it throws, its changes and outputs are discarded,
 * the lanes are rebuilt from their stores, and the record becomes a dead letter; the flow goes on
 * as if the record had not arrived. A {@link KafkaException} or an {@link Error} is not caused by
 * the record: it stops the thread. So does a failure of the commit itself.
 */
final class Assign implements Processor<Void, PreparedRecord, String, byte[]> {
  private static final Logger LOG = LoggerFactory.getLogger(Assign.class);
  private static final String STAGE = "assign";

  private final LaneSettings settings;
  private final String rawTopic;
  private final int lanePartitions;
  private final FlowListener listener;
  private final UnaryOperator<PartitionStore> decorator;
  private @Nullable ProcessorContext<String, byte[]> context;
  private @Nullable UnitOfWork work;
  private @Nullable LanePartition lanes;
  private @Nullable StoryLog log;

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
    this.decorator = decorator;
  }

  @Override
  public void init(ProcessorContext<String, byte[]> context) {
    this.context = context;
    this.work = new UnitOfWork(context);
    this.lanes = new LanePartition(settings, decorator.apply(work), this::isDecidedHere);
    this.log = work.storyLog();
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
      return outputs(partition.accept(handOver.lane(), handOver.orderKey()), null);
    }
    if (record instanceof PreparedRecord.Edit edit) {
      return outputs(partition.accept(edit(edit)), edit);
    }
    if (record instanceof PreparedRecord.ForeignArticle foreign) {
      return outputs(partition.accept(Signature.decode(foreign.payload())), null);
    }
    if (record instanceof PreparedRecord.Article item) {
      PreparedArticle article = requireNonNull(work).begin(EncodedArticle.of(item.payload()));
      return outputs(partition.accept(article, item.orderKey()), item);
    }
    throw new IllegalArgumentException("A progress mark came to assign");
  }

  /** Only the partition that decides an article refuses it, so that it has one dead letter. */
  private List<Output> refuse(PreparedRecord record, RuntimeException failure) {
    if (!(record instanceof PreparedRecord.Ordered ordered)
        || record instanceof PreparedRecord.ForeignArticle) {
      LOG.error("A record of another lane failed: {}", record, failure);
      return List.of();
    }
    String uri = ordered.orderKey().uri();
    LOG.atError()
        .addKeyValue("uri", uri)
        .setCause(failure)
        .log("Deciding {} ({}) failed; its changes were discarded", origin(ordered), uri);
    if (ordered instanceof PreparedRecord.Article item
        && !isDecidedHere(EncodedArticle.of(item.payload()).article().lane())) {
      return List.of();
    }
    Refusal refusal =
        failure instanceof TooCostlyException costly
            ? new Refusal("too-costly", costly.reason())
            : Failures.refusal(failure);
    return List.of(deadLetter(ordered, refusal));
  }

  private List<Output> outputs(List<LaneOutput> decided, PreparedRecord.@Nullable Ordered cause) {
    List<Output> outputs = new ArrayList<>();
    for (LaneOutput output : decided) {
      if (output instanceof LaneOutput.ClockAhead ahead) {
        announce(ahead);
      } else {
        outputs.add(encode(output, cause));
      }
    }
    decided.forEach(listener::decided);
    LateArticles.report(decided, cause, listener);
    return outputs;
  }

  /** Logs that a clock is about to advance far, before the changes that follow are committed. */
  private static void announce(LaneOutput.ClockAhead ahead) {
    Instant clock = Instant.ofEpochMilli(ahead.clock());
    Instant time = Instant.ofEpochMilli(ahead.time());
    LOG.atWarn()
        .addKeyValue("uri", ahead.uri())
        .log(
            ahead.isConfirmed()
                ? "Lane {}: article {} confirms the time {}; the clock advances from {}, and what"
                    + " the windows of that time exclude expires"
                : "Lane {}: article {} has the time {}, far ahead of the clock, {}. The clock stays"
                    + " until an article of another source, or ten articles, confirm it",
            ahead.lane(),
            ahead.uri(),
            time,
            clock);
  }

  private Output encode(LaneOutput output, PreparedRecord.@Nullable Ordered cause) {
    if (output instanceof LaneOutput.Verdict verdict) {
      ArticleVerdict value = verdict.verdict();
      Headers headers = headers(verdict.arrival(), cause);
      return new Output(NodeNames.TO_ARTICLES, value.uri(), Output.json(value), headers);
    }
    if (output instanceof LaneOutput.Event event) {
      byte[] json = Output.json(event.event());
      requireNonNull(log).add(event.event(), json);
      Headers headers = headers(event.arrival(), cause);
      return new Output(NodeNames.TO_STORY_EVENTS, event.event().storyId(), json, headers);
    }
    if (output instanceof LaneOutput.Snapshot snapshot) {
      return Output.of(
          NodeNames.TO_STORIES, snapshot.story().storyId(), Output.json(snapshot.story()));
    }
    if (output instanceof LaneOutput.StoryRetired retired) {
      requireNonNull(log).delete(retired.storyId());
      return Output.of(NodeNames.TO_STORIES, retired.storyId(), null);
    }
    if (output instanceof LaneOutput.ArticleExpired expired) {
      return Output.of(NodeNames.TO_ARTICLES, expired.uri(), null);
    }
    if (output instanceof LaneOutput.HandOver handOver) {
      PreparedRecord.HandOver record =
          new PreparedRecord.HandOver(handOver.lane(), handOver.newer());
      return Output.of(NodeNames.TO_OTHER_LANES, handOver.lane(), PreparedRecord.encode(record));
    }
    return deadLetter(
        requireNonNull(cause),
        output instanceof LaneOutput.EditRefused refused
            ? refused.refusal()
            : new Refusal("superseded", ((LaneOutput.Superseded) output).reason()));
  }

  /** Returns the headers of an output; those of an answer name the raw record. */
  private Headers headers(boolean isAnswer, PreparedRecord.@Nullable Ordered cause) {
    Headers headers = new RecordHeaders();
    if (isAnswer && cause != null) {
      headers.add(ArticleVerdict.RAW_HEADER, origin(cause).getBytes(StandardCharsets.UTF_8));
    }
    return headers;
  }

  /** Creates a dead letter. That of an edit has the key and the value of the raw record. */
  private Output deadLetter(PreparedRecord.Ordered record, Refusal refusal) {
    listener.refused(STAGE, refusal.code());
    Headers headers = DeadLetters.headers(origin(record), STAGE, refusal);
    if (record instanceof PreparedRecord.Edit edit) {
      headers.add(Edit.HEADER, Edit.CONTENT_TYPE.getBytes(StandardCharsets.UTF_8));
      return new Output(
          NodeNames.ASSIGN_TO_DEAD_LETTERS, edit.orderKey().uri(), edit.payload(), headers);
    }
    return new Output(NodeNames.ASSIGN_TO_DEAD_LETTERS, "", null, headers);
  }

  private static Edit edit(PreparedRecord.Edit record) {
    if (EditReader.read(record.payload()) instanceof EditReader.Read read) {
      return read.edit();
    }
    throw new IllegalArgumentException("An invalid edit came to assign");
  }

  private String origin(PreparedRecord.Ordered record) {
    return rawTopic + "-" + record.partition() + "@" + record.offset();
  }

  private boolean isDecidedHere(String lane) {
    byte[] key = lane.getBytes(StandardCharsets.UTF_8);
    return LanePartitioner.partition(key, lanePartitions)
        == requireNonNull(context).taskId().partition();
  }
}
