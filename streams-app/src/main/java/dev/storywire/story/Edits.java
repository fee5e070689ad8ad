package dev.storywire.story;

import static java.util.Objects.requireNonNull;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.Edit;
import dev.storywire.story.EditRules.RefusedException;
import dev.storywire.story.state.ArticleRecord;
import dev.storywire.story.state.Deadline;
import dev.storywire.story.state.EditRecord;
import dev.storywire.story.state.LaneStore;
import dev.storywire.story.state.Pinned;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Applies the edits of editors. An invalid edit is refused before anything has changed. */
final class Edits {
  /** Largest number of articles that an edit moves, copies included. */
  private static final int MOST_MOVED = 500;

  private final LaneSettings settings;
  private final LaneStore store;
  private final Articles articles;
  private final EditRules rules;
  private final Stories stories;
  private final Moves moves;

  Edits(
      LaneSettings settings,
      LaneStore store,
      Articles articles,
      EditRules rules,
      Stories stories,
      Moves moves) {
    this.settings = settings;
    this.store = store;
    this.articles = articles;
    this.rules = rules;
    this.stories = stories;
    this.moves = moves;
  }

  /**
   * Applies an edit and returns its consequences. Throws an {@link RefusedException} if it is
   * invalid.
   */
  List<Work> apply(Edit edit) {
    if (store.edit(edit.id()) != null) {
      throw new RefusedException(
          "duplicate-edit", "Lane %s has an edit %s already.".formatted(edit.lane(), edit.id()));
    }
    if (edit instanceof Edit.Move move) {
      return move(edit, rules.articles(move.articles()), move.story());
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
    String from = rules.story(edit.story());
    List<ArticleRecord> named = rules.articles(edit.articles());
    named.forEach(record -> rules.checkMember(record, from));
    return move(edit, named, null);
  }

  /** Moves articles to a story, or to a new one. */
  private List<Work> move(Edit edit, List<ArticleRecord> named, @Nullable String target) {
    String into = target == null ? null : rules.story(target);
    Map<String, List<ArticleRecord>> leaving = leaving(named, into);
    if (leaving.isEmpty()) {
      throw new RefusedException("no-effect", "All articles are in story " + into + " already.");
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
              edit.id(), Explanations.edit(edit, "moved it from story " + from.id()), true);
      if (to == null) {
        to = moves.split(records, from, cause);
      } else {
        moves.move(records, from, to, cause);
      }
      part(edit, records, from, to);
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
    Map<String, List<String>> uris = new LinkedHashMap<>();
    for (ArticleRecord record : named) {
      String from = requireNonNull(stories.storyOf(record));
      if (!from.equals(into)) {
        uris.computeIfAbsent(from, id -> new ArrayList<>()).add(record.uri());
      }
    }
    Map<String, List<ArticleRecord>> leaving = new LinkedHashMap<>();
    uris.forEach((from, own) -> leaving.put(from, moves.withCopies(from, own)));
    leaving.forEach((from, records) -> checkMoved(records.size()));
    if (into == null && leaving.size() == 1) {
      leaving.forEach(this::checkStays);
    }
    return leaving;
  }

  private void checkStays(String from, List<ArticleRecord> leaving) {
    if (requireNonNull(stories.find(from)).articleCount() == leaving.size()) {
      throw new RefusedException(
          "no-effect", "Story %s would have no article left.".formatted(from));
    }
  }

  private static void checkMoved(int articles) {
    if (articles > MOST_MOVED) {
      throw new RefusedException(
          "too-many-articles",
          "The edit moves %d articles; at most %d.".formatted(articles, MOST_MOVED));
    }
  }

  /** Marks two stories: the articles that moved do not come together with those that stayed. */
  private void part(Edit edit, List<ArticleRecord> moved, StoryDraft from, StoryDraft into) {
    List<String> left = moved.stream().map(ArticleRecord::uri).toList();
    List<String> stayed = moves.members(from.id()).stream().map(ArticleRecord::uri).toList();
    from.mark(from.edits().parted(edit.id(), stayed, left));
    into.mark(into.edits().parted(edit.id(), left, stayed).joinedBy(edit.id()));
  }

  private List<Work> merge(Edit.Merge edit) {
    String from = rules.story(edit.story());
    String into = rules.story(edit.into());
    if (from.equals(into)) {
      throw new RefusedException("no-effect", "The two are one story already: " + into + ".");
    }
    List<ArticleRecord> leaving = moves.members(from);
    int count = requireNonNull(stories.find(from)).articleCount();
    checkMoved(count);
    if (count != leaving.size()) {
      throw new RefusedException(
          "too-many-articles",
          "Story %s has %d articles, and only %d can be listed. Merge the other story into it."
              .formatted(from, count, leaving.size()));
    }
    stories.begin(edit);
    String because = Explanations.edit(edit, "merged story " + from + " into this one");
    StoryDraft to = stories.draft(into);
    moves.merge(leaving, stories.draft(from), to, new Moves.Cause(edit.id(), because, true));
    to.mark(to.edits().joinedBy(edit.id()));
    record(edit, leaving.stream().map(r -> new EditRecord.Moved(r.uri(), from)).toList(), null);
    return List.of();
  }

  private List<Work> pin(Edit.Pin edit) {
    String id = rules.story(edit.story());
    ArticleRecord record = rules.article(edit.article());
    rules.checkMember(record, id);
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
      throw new RefusedException(
          "unknown-edit", "Lane %s has no edit %s to undo.".formatted(edit.lane(), edit.edit()));
    }
    List<Work> work = done.pinnedIn() == null ? moveBack(edit, done) : unpin(edit, done.pinnedIn());
    store.put(done.undone(edit.id()));
    record(edit, List.of(), null);
    return work;
  }

  private List<Work> unpin(Edit.Undo edit, String pinnedIn) {
    String id = rules.story(pinnedIn);
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
    Map<EditRules.Way, List<ArticleRecord>> back = rules.back(done);
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

  private static RefusedException notInForce(Edit.Undo edit) {
    return new RefusedException(
        "no-effect", "Nothing of the edit %s is in force any more.".formatted(edit.edit()));
  }

  private void record(Edit edit, List<EditRecord.Moved> moved, @Nullable String pinnedIn) {
    store.put(new EditRecord(edit.id(), store.clock(), moved, pinnedIn, null));
    long until = store.clock() + settings.remember().toMillis();
    store.schedule(new Deadline(until, Deadline.Kind.EXPIRE_EDIT, edit.id()));
  }
}
