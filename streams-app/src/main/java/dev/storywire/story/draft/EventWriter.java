package dev.storywire.story.draft;

import static java.util.Objects.requireNonNullElse;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.ArticleVerdict.Relation;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.schemas.StoryEvent.ArticleRevised.Related;
import dev.storywire.schemas.StoryEventArticleJoinedBuilder;
import dev.storywire.schemas.StoryEventArticleRevisedBuilder;
import dev.storywire.schemas.StoryEventArticleWithdrawnBuilder;
import dev.storywire.schemas.StoryEventMergedBuilder;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Emits the events of one story, numbered without gaps. All times are event times in epoch ms.
 *
 * <p>The story and the edit that causes the events are the same for all of them.
 */
final class EventWriter {
  private final String storyId;
  private final String lane;
  private final StoryEvent.@Nullable Edited edit;
  private final Consumer<StoryEvent> events;
  private long seq;

  /**
   * Creates a writer.
   *
   * @param seq number of the last event of the story; 0 if it has none
   * @param edit the edit that is the cause of all events; null if there is none
   */
  EventWriter(
      String storyId,
      String lane,
      long seq,
      StoryEvent.@Nullable Edited edit,
      Consumer<StoryEvent> events) {
    this.storyId = storyId;
    this.lane = lane;
    this.seq = seq;
    this.edit = edit;
    this.events = events;
  }

  /** Returns the number of the last event. */
  long seq() {
    return seq;
  }

  void opened(@Nullable String splitFrom, long at) {
    events.accept(new StoryEvent.Opened(storyId, next(), time(at), lane, splitFrom, edit));
  }

  void joined(ArticleVerdict member, long at) {
    events.accept(
        StoryEventArticleJoinedBuilder.builder()
            .storyId(storyId)
            .seq(next())
            .at(time(at))
            .lane(lane)
            .uri(member.uri())
            .version(member.version())
            .relation(relation(member))
            .copyOf(member.copyOf())
            .source(member.source())
            .edit(edit)
            .build());
  }

  void revised(ArticleVerdict member, @Nullable Related related, long at) {
    events.accept(
        StoryEventArticleRevisedBuilder.builder()
            .storyId(storyId)
            .seq(next())
            .at(time(at))
            .lane(lane)
            .uri(member.uri())
            .version(member.version())
            .relation(relation(member))
            .copyOf(member.copyOf())
            .source(member.source())
            .related(related)
            .edit(edit)
            .build());
  }

  void withdrawn(ArticleVerdict member, StoryEvent.ArticleWithdrawn.Cause cause, long at) {
    events.accept(
        StoryEventArticleWithdrawnBuilder.builder()
            .storyId(storyId)
            .seq(next())
            .at(time(at))
            .lane(lane)
            .uri(member.uri())
            .version(member.version())
            .cause(cause)
            .edit(edit)
            .build());
  }

  /** Emits the merge of this story into another one, which takes all of its articles. */
  void mergedInto(String other, List<String> uris, long at) {
    events.accept(merged(uris, at).into(other).build());
  }

  /** Emits the merge of another story into this one, which takes all of its articles. */
  void mergedFrom(String other, List<String> uris, long at) {
    events.accept(merged(uris, at).from(other).build());
  }

  private StoryEventMergedBuilder merged(List<String> uris, long at) {
    return StoryEventMergedBuilder.builder()
        .storyId(storyId)
        .seq(next())
        .at(time(at))
        .lane(lane)
        .uris(uris)
        .edit(edit);
  }

  /** Emits the split of these articles to a new story. */
  void split(String into, List<String> uris, long at) {
    events.accept(new StoryEvent.Split(storyId, next(), time(at), lane, into, uris, edit));
  }

  void closed(StoryEvent.Closed.Reason reason, long at) {
    events.accept(new StoryEvent.Closed(storyId, next(), time(at), lane, reason, edit));
  }

  void reopened(long at) {
    events.accept(new StoryEvent.Reopened(storyId, next(), time(at), lane, edit));
  }

  private long next() {
    return ++seq;
  }

  private static Instant time(long at) {
    return Instant.ofEpochMilli(at);
  }

  private static Relation relation(ArticleVerdict member) {
    return requireNonNullElse(member.relation(), Relation.ORIGINAL);
  }
}
