package dev.storywire.story;

import dev.storywire.dedup.CopyMatch;
import dev.storywire.schemas.ArticleVerdict.Relation;
import dev.storywire.schemas.Entity;
import dev.storywire.schemas.Reasons;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where an article goes, how it stands to others, and why. */
record Placement(
    String storyId,
    Relation relation,
    @Nullable String copyOf,
    @Nullable Double similarity,
    List<Entity> entities,
    Reasons reasons) {

  /** A copy goes where its original is. */
  static Placement copy(String storyId, CopyMatch match, List<Entity> entities) {
    return new Placement(
        storyId,
        Relation.COPY,
        match.original(),
        match.similarity(),
        entities,
        Explanations.copy(match));
  }

  static Placement joined(String storyId, JoinDecision decision, List<Entity> entities) {
    return new Placement(
        storyId, Relation.ORIGINAL, null, null, entities, Explanations.story(decision, true));
  }

  static Placement opened(String storyId, JoinDecision decision, List<Entity> entities) {
    return new Placement(
        storyId, Relation.ORIGINAL, null, null, entities, Explanations.story(decision, false));
  }
}
