package dev.storywire.story;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.storywire.dedup.CopyMatch;
import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.ArticleVerdict.Relation;
import dev.storywire.schemas.Entity;
import dev.storywire.schemas.Reasons;
import dev.storywire.story.cluster.JoinDecision;
import dev.storywire.story.prepare.Advisory;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.state.ArticleRecord;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The story of an article, its relation to the articles of the story, and the reasons. */
record Assignment(
    String storyId,
    Relation relation,
    @Nullable String copyOf,
    @Nullable Double similarity,
    List<Entity> entities,
    Reasons reasons) {

  /**
   * Returns the assignment that follows from a choice.
   *
   * @param opening opens a story and returns its id
   */
  static Assignment of(
      StoryChoice choice,
      Supplier<String> opening,
      PreparedArticle article,
      List<Entity> entities) {
    if (choice instanceof StoryChoice.KeepPlacement kept) {
      return placed(kept, entities);
    }
    if (choice instanceof StoryChoice.JoinPredecessor joined) {
      return after(joined.predecessor(), joined.storyId(), article, entities);
    }
    if (choice instanceof StoryChoice.JoinOriginal copy) {
      return copy(copy.storyId(), copy.match(), entities);
    }
    if (choice instanceof StoryChoice.JoinNearest join) {
      return original(join.storyId(), VerdictReasons.story(join.decision(), true), entities);
    }
    if (choice instanceof StoryChoice.StayAlone stay) {
      return original(stay.storyId(), VerdictReasons.story(stay.decision(), false), entities);
    }
    if (choice instanceof StoryChoice.StayApart apart) {
      String storyId = apart.storyId() == null ? opening.get() : apart.storyId();
      return original(storyId, VerdictReasons.apart(apart.decision()), entities);
    }
    JoinDecision decision = ((StoryChoice.Open) choice).decision();
    return original(opening.get(), VerdictReasons.story(decision, false), entities);
  }

  private static Assignment original(String storyId, Reasons reasons, List<Entity> entities) {
    return new Assignment(storyId, Relation.ORIGINAL, null, null, entities, reasons);
  }

  /** Returns the assignment of an article that an editor has placed. */
  private static Assignment placed(StoryChoice.KeepPlacement kept, List<Entity> entities) {
    CopyMatch match = kept.match();
    Reasons reasons = Reasons.of(kept.because());
    return match == null
        ? original(kept.storyId(), reasons, entities)
        : new Assignment(
            kept.storyId(), Relation.COPY, match.original(), match.similarity(), entities, reasons);
  }

  /** Returns the assignment of a copy: to the story of its original. */
  private static Assignment copy(String storyId, CopyMatch match, List<Entity> entities) {
    return new Assignment(
        storyId,
        Relation.COPY,
        match.original(),
        match.similarity(),
        entities,
        VerdictReasons.copy(match));
  }

  /** Returns the assignment of an article that repeats or replaces a member of a story. */
  private static Assignment after(
      ArticleRecord before, String storyId, PreparedArticle article, List<Entity> entities) {
    ArticleVerdict verdict = requireNonNull(before.verdict());
    boolean repeats =
        article.advisories().stream().anyMatch(a -> a.action() == Advisory.Action.REPEAT);
    return repeats
        ? new Assignment(
            storyId,
            Relation.COPY,
            requireNonNullElse(verdict.copyOf(), before.uri()),
            1.0,
            entities,
            Reasons.of("Repeats " + before.uri() + ", as its desk states."))
        : original(
            storyId, Reasons.of("Replaces " + before.uri() + ", as its desk states."), entities);
  }
}
