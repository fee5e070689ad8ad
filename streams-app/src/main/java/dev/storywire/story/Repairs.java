package dev.storywire.story;

import static java.util.Objects.requireNonNull;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.story.cluster.Repair;
import dev.storywire.story.prepare.PreparedArticle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries out what later evidence says: makes one story of two, or two of one. */
final class Repairs {
  private final LaneStore store;
  private final LaneMemory memory;
  private final Stories stories;

  Repairs(LaneStore store, LaneMemory memory, Stories stories) {
    this.store = store;
    this.memory = memory;
    this.stories = stories;
  }

  /** Repairs what the newest article of a story shows to be wrong. */
  void after(String storyId) {
    for (Repair repair : memory.repairs(storyId)) {
      if (repair instanceof Repair.Merge merge) {
        merge(merge);
      } else if (repair instanceof Repair.Split split) {
        split(split);
      }
    }
  }

  private void merge(Repair.Merge merge) {
    StoryDraft from = stories.draft(merge.from());
    StoryDraft into = stories.draft(merge.into());
    if (memory.members(from.id()).size() != from.record().articleCount()) {
      return; // some are no longer remembered: what moves could not be told in full
    }
    List<String> moved = memory.apply(merge, null);
    stories.merge(from, into, moved);
    for (String uri : moved) {
      ArticleRecord record = requireNonNull(store.article(uri), uri);
      say(record, into.id(), "Its story was found to be one with this one.");
    }
  }

  private void split(Repair.Split proposed) {
    Repair.Split split = withCopies(proposed);
    if (split.uris().isEmpty()) {
      return;
    }
    StoryDraft from = stories.draft(split.storyId());
    List<ArticleRecord> leaving =
        split.uris().stream().map(uri -> requireNonNull(store.article(uri), uri)).toList();
    @Nullable PreparedArticle first = leaving.get(0).article();
    StoryDraft into = stories.open(requireNonNull(first), from.id());
    from.split(into, split.uris(), stories.now());
    for (ArticleRecord record : leaving) {
      PreparedArticle article = requireNonNull(record.article());
      from.leave(requireNonNull(record.verdict()), Stories.terms(article));
      ArticleVerdict verdict =
          say(record, into.id(), "Found to tell another event than " + from.id() + ".");
      into.join(verdict, article, stories.now());
    }
    var unused = memory.apply(split, into.id());
  }

  /**
   * A copy goes where its original goes; where that leaves no one behind, nothing is to be split.
   */
  private Repair.Split withCopies(Repair.Split proposed) {
    List<String> members = memory.members(proposed.storyId());
    List<String> leaving = new ArrayList<>();
    for (String uri : members) {
      String original = requireNonNull(requireNonNull(store.article(uri), uri).verdict()).copyOf();
      boolean follows = original != null && members.contains(original);
      if (proposed.uris().contains(follows ? original : uri)) {
        leaving.add(uri);
      }
    }
    List<String> parted = leaving.size() == members.size() ? List.of() : leaving;
    return new Repair.Split(proposed.storyId(), parted, proposed.score());
  }

  private ArticleVerdict say(ArticleRecord record, String storyId, String because) {
    ArticleVerdict old = requireNonNull(record.verdict());
    ArticleVerdict verdict = Verdicts.moved(record, storyId, old.relation(), old.copyOf(), because);
    store.put(record.decided(verdict));
    stories.say(new LaneOutput.Verdict(verdict, false));
    return verdict;
  }
}
