package dev.storywire.story;

import static java.util.Objects.requireNonNull;

import dev.storywire.schemas.Edit;
import dev.storywire.story.EditTargets.RefusedEditException;
import dev.storywire.story.draft.ArticleRecords;
import dev.storywire.story.draft.StoryDraft;
import dev.storywire.story.draft.StoryDrafts;
import dev.storywire.story.state.ArticleRecord;
import dev.storywire.story.state.Deadline;
import dev.storywire.story.state.EditRecord;
import dev.storywire.story.state.LaneSettings;
import dev.storywire.story.state.LaneStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Applies the edits of editors. An invalid edit is refused before anything has changed. */
final class EditExecutor {
  /** Largest number of articles that an edit moves, copies included. */
  private static final int MAX_MOVED = 500;

  private final LaneSettings settings;
  private final LaneStore store;
  private final ArticleRecords articles;
  private final EditTargets targets;
  private final StoryDrafts stories;
  private final Moves moves;
  private final UndoEdits undo;

  EditExecutor(
      LaneSettings settings,
      LaneStore store,
      ArticleRecords articles,
      EditTargets targets,
      StoryDrafts stories,
      Moves moves) {
    this.settings = settings;
    this.store = store;
    this.articles = articles;
    this.targets = targets;
    this.stories = stories;
    this.moves = moves;
    this.undo = new UndoEdits(articles, targets, stories, moves);
  }

  /**
   * Applies an edit and returns its consequences. Throws a {@link RefusedEditException} if it is
   * invalid.
   */
  List<Work> apply(Edit edit) {
    if (store.edit(edit.id()) != null) {
      throw new RefusedEditException(
          "duplicate-edit", "Lane %s has an edit %s already.".formatted(edit.lane(), edit.id()));
    }
    if (edit instanceof Edit.Move move) {
      return move(edit, targets.articles(move.articles()), move.story());
    }
    if (edit instanceof Edit.Split split) {
      return split(split);
    }
    if (edit instanceof Edit.Merge merge) {
      return merge(merge);
    }
    if (edit instanceof Edit.Pin pin) {
      return pin(pin);
    }
    return undo((Edit.Undo) edit);
  }

  private List<Work> split(Edit.Split edit) {
    String from = targets.story(edit.story());
    List<ArticleRecord> named = targets.articles(edit.articles());
    named.forEach(record -> targets.checkMember(record, from));
    return move(edit, named, null);
  }

  /** Moves articles to a story, or to a new one. */
  private List<Work> move(Edit edit, List<ArticleRecord> named, @Nullable String target) {
    String into = target == null ? null : targets.story(target);
    Map<String, List<ArticleRecord>> leaving = leaving(named, into);
    if (leaving.isEmpty()) {
      throw new RefusedEditException(
          "no-effect", "All articles are in story " + into + " already.");
    }
    stories.begin(edit);
    StoryDraft to = into == null ? null : stories.draft(into);
    List<Work> work = new ArrayList<>();
    List<EditRecord.Moved> moved = new ArrayList<>();
    for (Map.Entry<String, List<ArticleRecord>> group : leaving.entrySet()) {
      StoryDraft from = stories.draft(group.getKey());
      List<ArticleRecord> records = group.getValue();
      Moves.Cause cause =
          new Moves.Cause(
              edit.id(), VerdictReasons.edit(edit, "moved it from story " + from.id()), true);
      if (to == null) { // the articles of the first story open the new one
        to = moves.split(records, from, cause);
      } else {
        moves.move(records, from, to, cause);
      }
      addPartings(edit, records, from, to);
      for (ArticleRecord record : records) {
        moved.add(new EditRecord.Moved(record.uri(), from.id()));
        work.add(new Work.UpdateCopies(record));
      }
    }
    record(edit, moved, null);
    return work;
  }

  /** Returns the articles that move, with their copies, by story. */
  private Map<String, List<ArticleRecord>> leaving(
      List<ArticleRecord> named, @Nullable String into) {
    Map<String, List<ArticleRecord>> leaving = new LinkedHashMap<>();
    for (ArticleRecord record : named) {
      String from = requireNonNull(stories.storyOf(record));
      if (!from.equals(into)) {
        leaving.computeIfAbsent(from, id -> new ArrayList<>()).add(record);
      }
    }
    leaving.replaceAll(moves::withCopies);
    leaving.forEach((from, records) -> checkCount(records.size()));
    if (into == null && leaving.size() == 1) {
      leaving.forEach(this::checkArticlesRemain);
    }
    return leaving;
  }

  private void checkArticlesRemain(String from, List<ArticleRecord> leaving) {
    if (requireNonNull(stories.find(from)).articleCount() == leaving.size()) {
      throw new RefusedEditException(
          "no-effect", "Story %s would have no article left.".formatted(from));
    }
  }

  private static void checkCount(int articles) {
    if (articles > MAX_MOVED) {
      throw new RefusedEditException(
          "too-many-articles",
          "The edit moves %d articles; at most %d.".formatted(articles, MAX_MOVED));
    }
  }

  /**
   * Adds a parting to both stories, so that the articles that moved are not brought together again
   * with those that stayed.
   */
  private void addPartings(Edit edit, List<ArticleRecord> moved, StoryDraft from, StoryDraft into) {
    List<String> left = moved.stream().map(ArticleRecord::uri).toList();
    List<String> stayed = moves.members(from.id()).stream().map(ArticleRecord::uri).toList();
    from.setEdits(from.edits().withParting(edit.id(), stayed, left));
    into.setEdits(into.edits().withParting(edit.id(), left, stayed).withJoinedBy(edit.id()));
  }

  private List<Work> merge(Edit.Merge edit) {
    String from = targets.story(edit.story());
    String into = targets.story(edit.into());
    if (from.equals(into)) {
      throw new RefusedEditException("no-effect", "Both are already the same story: " + into + ".");
    }
    List<ArticleRecord> leaving = moves.members(from);
    int count = requireNonNull(stories.find(from)).articleCount();
    checkCount(count);
    if (count != leaving.size()) {
      throw new RefusedEditException(
          "too-many-articles",
          "Story %s has %d articles, and only %d can be listed. Merge the other story into it."
              .formatted(from, count, leaving.size()));
    }
    stories.begin(edit);
    String because = VerdictReasons.edit(edit, "merged story " + from + " into this one");
    StoryDraft to = stories.draft(into);
    moves.merge(leaving, stories.draft(from), to, new Moves.Cause(edit.id(), because, true));
    to.setEdits(to.edits().withJoinedBy(edit.id()));
    record(edit, leaving.stream().map(r -> new EditRecord.Moved(r.uri(), from)).toList(), null);
    return List.of();
  }

  private List<Work> pin(Edit.Pin edit) {
    String id = targets.story(edit.story());
    ArticleRecord record = targets.article(edit.article());
    targets.checkMember(record, id);
    stories.begin(edit);
    stories
        .draft(id)
        .pin(edit.id(), requireNonNull(record.verdict()), articles.content(record), stories.now());
    record(edit, List.of(), id);
    return List.of();
  }

  private List<Work> undo(Edit.Undo edit) {
    EditRecord done = store.edit(edit.edit());
    if (done == null) {
      throw new RefusedEditException(
          "unknown-edit", "Lane %s has no edit %s to undo.".formatted(edit.lane(), edit.edit()));
    }
    List<Work> work = undo.undo(edit, done);
    store.put(done.undone(edit.id()));
    record(edit, List.of(), null);
    return work;
  }

  private void record(Edit edit, List<EditRecord.Moved> moved, @Nullable String pinnedIn) {
    store.put(new EditRecord(edit.id(), store.clock(), moved, pinnedIn, null));
    long until = store.clock() + settings.remember().toMillis();
    store.schedule(new Deadline(until, Deadline.Kind.EXPIRE_EDIT, edit.id()));
  }
}
