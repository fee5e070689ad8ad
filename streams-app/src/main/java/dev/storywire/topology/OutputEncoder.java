package dev.storywire.topology;

import static java.util.Objects.requireNonNull;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.Edit;
import dev.storywire.schemas.Refusal;
import dev.storywire.story.state.LaneOutput;
import dev.storywire.topology.kafka.DeadLetters;
import dev.storywire.topology.stores.StoryLog;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Encodes the outputs of lanes as records of their topics. Events are added to the story log as
 * well, which queries read.
 */
final class OutputEncoder {
  private static final String STAGE = "assign";

  private final String rawTopic;
  private final StoryLog log;
  private final FlowListener listener;

  OutputEncoder(String rawTopic, StoryLog log, FlowListener listener) {
    this.rawTopic = rawTopic;
    this.log = log;
    this.listener = listener;
  }

  /**
   * Encodes an output.
   *
   * @param cause the record that the lane has decided; null if it cannot have a dead letter
   */
  Output encode(LaneOutput output, PreparedRecord.@Nullable Ordered cause) {
    if (output instanceof LaneOutput.Verdict verdict) {
      ArticleVerdict value = verdict.verdict();
      Headers headers = headers(verdict.isResultOfRecord(), cause);
      return new Output(NodeNames.TO_ARTICLES, value.uri(), Output.json(value), headers);
    }
    if (output instanceof LaneOutput.Event event) {
      byte[] json = Output.json(event.event());
      log.add(event.event(), json);
      Headers headers = headers(event.isResultOfRecord(), cause);
      return new Output(NodeNames.TO_STORY_EVENTS, event.event().storyId(), json, headers);
    }
    if (output instanceof LaneOutput.Snapshot snapshot) {
      return Output.of(
          NodeNames.TO_STORIES, snapshot.story().storyId(), Output.json(snapshot.story()));
    }
    if (output instanceof LaneOutput.StoryRetired retired) {
      log.delete(retired.storyId());
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

  /** Returns the headers of an output. Those of the result of a raw record name that record. */
  private Headers headers(boolean isResultOfRecord, PreparedRecord.@Nullable Ordered cause) {
    Headers headers = new RecordHeaders();
    if (isResultOfRecord && cause != null) {
      headers.add(ArticleVerdict.RAW_HEADER, origin(cause).getBytes(StandardCharsets.UTF_8));
    }
    return headers;
  }

  /**
   * Creates a dead letter. That of an edit has the key and the value of the raw record; that of an
   * article has neither.
   */
  Output deadLetter(PreparedRecord.Ordered record, Refusal refusal) {
    listener.refused(STAGE, refusal.code());
    Headers headers = DeadLetters.headers(origin(record), STAGE, refusal);
    if (record instanceof PreparedRecord.Edit edit) {
      headers.add(Edit.HEADER, Edit.CONTENT_TYPE.getBytes(StandardCharsets.UTF_8));
      return new Output(
          NodeNames.ASSIGN_TO_DEAD_LETTERS, edit.orderKey().uri(), edit.payload(), headers);
    }
    return new Output(NodeNames.ASSIGN_TO_DEAD_LETTERS, "", null, headers);
  }

  /** Returns the position of the raw record, as {@code topic-partition@offset}. */
  String origin(PreparedRecord.Ordered record) {
    return rawTopic + "-" + record.partition() + "@" + record.offset();
  }
}
