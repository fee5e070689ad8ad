package dev.storywire.story;

import static java.util.Objects.requireNonNull;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.Edit;
import dev.storywire.story.EditTargets.RefusedEditException;
import dev.storywire.story.draft.ArticleRecords;
import dev.storywire.story.draft.StoryDraft;
import dev.storywire.story.draft.StoryDrafts;
import dev.storywire.story.state.ArticleRecord;
import dev.storywire.story.state.EditRecord;
import dev.storywire.story.state.PinnedHeadline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Undoes earlier edits, as far as they are still in force. */
final class UndoEdits {
  private final ArticleRecords articles;
  private final EditTargets targets;
  private final StoryDrafts stories;
  private final Moves moves;

  UndoEdits(ArticleRecords articles, EditTargets targets, StoryDrafts stories, Moves moves) {
    this.articles = articles;
    this.targets = targets;
    this.stories = stories;
    this.moves = moves;
  }

  /** The stories that articles move from and to; {@code into} is null for a new story. */
  private record Route(String from, @Nullable String into) {}

  /** Undoes an edit and returns the consequences. Refuses if none of its effects remains. */
  List<Work> undo(Edit.Undo edit, EditRecord done) {
    return done.pinnedIn() == null ? moveBack(edit, done) : unpin(edit, done.pinnedIn());
  }

  private List<Work> unpin(Edit.Undo edit, String pinnedIn) {
    String id = targets.story(pinnedIn);
    PinnedHeadline pinned = requireNonNull(stories.find(id)).pinned();
    if (pinned == null || !pinned.edit().equals(edit.edit())) {
      throw notInForce(edit);
    }
    stories.begin(edit);
    ArticleVerdict verdict = requireNonNull(articles.get(pinned.uri()).verdict());
    stories.draft(id).unpin(verdict, stories.now());
    return List.of();
  }

  /**
   * Moves articles back to the stories that they were in; if such a story has been merged or has
   * retired, to a new one. Other edits and rules may move them again.
   */
  private List<Work> moveBack(Edit.Undo edit, EditRecord done) {
    Map<Route, List<ArticleRecord>> returning = returning(done);
    if (returning.isEmpty()) {
      throw notInForce(edit);
    }
    stories.begin(edit);
    Moves.Cause cause =
        new Moves.Cause(edit.id(), VerdictReasons.edit(edit, "undid an edit that moved it"), false);
    List<Work> work = new ArrayList<>();
    returning.forEach(
        (route, records) -> {
          StoryDraft from = stories.draft(route.from());
          from.setEdits(from.edits().withoutEdit(done.id()));
          if (route.into() == null) {
            var unused = moves.split(records, from, cause);
          } else {
            StoryDraft into = stories.draft(route.into());
            into.setEdits(into.edits().withoutEdit(done.id()));
            moves.move(records, from, into, cause);
          }
          records.forEach(record -> work.add(new Work.UpdateCopies(record)));
        });
    return work;
  }

  /** Returns the articles that an edit has moved and that are still where it has moved them. */
  private Map<Route, List<ArticleRecord>> returning(EditRecord done) {
    Map<Route, List<ArticleRecord>> returning = new LinkedHashMap<>();
    for (EditRecord.Moved moved : done.moved()) {
      ArticleRecord record = articles.get(moved.uri());
      String now = stories.storyOf(record);
      if (now != null && record.isPlacedBy(done.id())) {
        String before = stories.resolve(moved.from());
        Route route = new Route(now, now.equals(before) ? null : before);
        returning.computeIfAbsent(route, key -> new ArrayList<>()).add(record);
      }
    }
    // a story cannot be split if no article would remain
    returning
        .entrySet()
        .removeIf(
            entry ->
                entry.getKey().into() == null
                    && requireNonNull(stories.find(entry.getKey().from())).articleCount()
                        == entry.getValue().size());
    return returning;
  }

  private static RefusedEditException notInForce(Edit.Undo edit) {
    return new RefusedEditException(
        "no-effect", "The edit %s no longer has any effect.".formatted(edit.edit()));
  }
}
