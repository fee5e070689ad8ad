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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where an article goes, how it stands to others, and why. */
record Assignment(
    String storyId,
    Relation relation,
    @Nullable String copyOf,
    @Nullable Double similarity,
    List<Entity> entities,
    Reasons reasons) {

  /** A copy goes where its original is. */
  static Assignment copy(String storyId, CopyMatch match, List<Entity> entities) {
    return new Assignment(
        storyId,
        Relation.COPY,
        match.original(),
        match.similarity(),
        entities,
        Explanations.copy(match));
  }

  /** An article that its agency sends once more, or in place of another, goes where that is. */
  static Assignment after(
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
            Reasons.of("Repeats " + before.uri() + ", says its desk."))
        : new Assignment(
            storyId,
            Relation.ORIGINAL,
            null,
            null,
            entities,
            Reasons.of("Takes the place of " + before.uri() + ", says its desk."));
  }

  static Assignment joined(String storyId, JoinDecision decision, List<Entity> entities) {
    return new Assignment(
        storyId, Relation.ORIGINAL, null, null, entities, Explanations.story(decision, true));
  }

  static Assignment opened(String storyId, JoinDecision decision, List<Entity> entities) {
    return new Assignment(
        storyId, Relation.ORIGINAL, null, null, entities, Explanations.story(decision, false));
  }
}
