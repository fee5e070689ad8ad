package dev.storywire.story;

import static java.util.Objects.requireNonNull;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.Edit;
import dev.storywire.story.EditTargets.RefusedEditException;
import dev.storywire.story.draft.Articles;
import dev.storywire.story.draft.Stories;
import dev.storywire.story.draft.StoryDraft;
import dev.storywire.story.state.ArticleRecord;
import dev.storywire.story.state.EditRecord;
import dev.storywire.story.state.Pinned;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Undoes earlier edits, as far as they are still in force. */
final class UndoEdits {
  private final Articles articles;
  private final EditTargets targets;
  private final Stories stories;
  private final Moves moves;

  UndoEdits(Articles articles, EditTargets targets, Stories stories, Moves moves) {
    this.articles = articles;
    this.targets = targets;
    this.stories = stories;
    this.moves = moves;
  }

  /** The way of articles from one story to another, or to a new one. */
  private record Way(String from, @Nullable String into) {}

  /** Undoes an edit and returns the consequences. Refuses if nothing of it is in force. */
  List<Work> undo(Edit.Undo edit, EditRecord done) {
    return done.pinnedIn() == null ? moveBack(edit, done) : unpin(edit, done.pinnedIn());
  }

  private List<Work> unpin(Edit.Undo edit, String pinnedIn) {
    String id = targets.story(pinnedIn);
    Pinned pinned = requireNonNull(stories.find(id)).pinned();
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
   * retired, to a new one. The articles are free to be moved again.
   */
  private List<Work> moveBack(Edit.Undo edit, EditRecord done) {
    Map<Way, List<ArticleRecord>> back = back(done);
    if (back.isEmpty()) {
      throw notInForce(edit);
    }
    stories.begin(edit);
    Moves.Cause cause =
        new Moves.Cause(edit.id(), Explanations.edit(edit, "undid an edit that moved it"), false);
    List<Work> work = new ArrayList<>();
    back.forEach(
        (way, records) -> {
          StoryDraft from = stories.draft(way.from());
          from.mark(from.edits().withoutEdit(done.id()));
          if (way.into() == null) {
            var unused = moves.split(records, from, cause);
          } else {
            StoryDraft into = stories.draft(way.into());
            into.mark(into.edits().withoutEdit(done.id()));
            moves.move(records, from, into, cause);
          }
          records.forEach(record -> work.add(new Work.UpdateCopies(record)));
        });
    return work;
  }

  /** Returns the articles that an edit has moved and that are still where it has moved them. */
  private Map<Way, List<ArticleRecord>> back(EditRecord done) {
    Map<Way, List<ArticleRecord>> back = new LinkedHashMap<>();
    for (EditRecord.Moved moved : done.moved()) {
      ArticleRecord record = articles.get(moved.uri());
      String now = stories.storyOf(record);
      if (now != null && record.isPlacedBy(done.id())) {
        String before = stories.resolve(moved.from());
        Way way = new Way(now, now.equals(before) ? null : before);
        back.computeIfAbsent(way, key -> new ArrayList<>()).add(record);
      }
    }
    // a story cannot be split if no article would remain
    back.entrySet()
        .removeIf(
            entry ->
                entry.getKey().into() == null
                    && requireNonNull(stories.find(entry.getKey().from())).articleCount()
                        == entry.getValue().size());
    return back;
  }

  private static RefusedEditException notInForce(Edit.Undo edit) {
    return new RefusedEditException(
        "no-effect", "Nothing of the edit %s is in force any more.".formatted(edit.edit()));
  }
}
