package dev.storywire.story;

import static java.util.Objects.requireNonNull;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.story.cluster.Repair;
import dev.storywire.story.draft.ArticleRecords;
import dev.storywire.story.draft.StoryDraft;
import dev.storywire.story.draft.StoryDrafts;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.state.ArticleRecord;
import dev.storywire.story.state.LaneOutput;
import java.util.ArrayList;
import java.util.List;

/**
 * Corrects earlier assignments by later evidence: merges two stories, or splits one. Articles that
 * an editor has parted are not merged, and a story into which an editor has brought articles is not
 * split.
 */
final class StoryRepairs {
  private static final String MERGED =
      "Its story was merged into this one, which reports the same event.";

  private final ArticleRecords articles;
  private final LaneMemory memory;
  private final StoryDrafts stories;
  private final EditRules edits;

  StoryRepairs(ArticleRecords articles, LaneMemory memory, StoryDrafts stories, EditRules edits) {
    this.articles = articles;
    this.memory = memory;
    this.stories = stories;
    this.edits = edits;
  }

  /** Makes the repairs that the newest article of a story calls for. */
  void repair(String storyId) {
    for (Repair repair : memory.proposeRepairs(storyId)) {
      if (repair instanceof Repair.Merge merge && !edits.areParted(merge.from(), merge.into())) {
        merge(merge);
      } else if (repair instanceof Repair.Split split
          && !edits.isAssembledByEditor(split.storyId())) {
        split(split);
      }
    }
  }

  private void merge(Repair.Merge merge) {
    if (stories.find(merge.from()) == null || stories.find(merge.into()) == null) {
      return; // a story retires before its articles leave the memory
    }
    StoryDraft from = stories.draft(merge.from());
    StoryDraft into = stories.draft(merge.into());
    if (memory.members(from.id()).size() != from.record().articleCount()) {
      return; // some members have left the memory, so the event could not list them all
    }
    List<String> moved = memory.apply(merge, null);
    stories.merge(from, into, moved);
    for (String uri : moved) {
      ArticleRecord record = articles.get(uri);
      publish(record, verdict(record, into, MERGED));
    }
  }

  private void split(Repair.Split proposed) {
    Repair.Split split = withCopies(proposed);
    if (split.uris().isEmpty()) {
      return;
    }
    StoryDraft from = stories.draft(split.storyId());
    List<ArticleRecord> leaving = split.uris().stream().map(articles::get).toList();
    StoryDraft into = stories.open(articles.content(leaving.get(0)), from.id());
    stories.split(from, into, split.uris());
    for (ArticleRecord record : leaving) {
      PreparedArticle article = articles.content(record);
      ArticleVerdict old = requireNonNull(record.verdict());
      ArticleVerdict verdict =
          verdict(record, into, "Reports another event than story " + from.id() + ".");
      publish(record, verdict);
      from.moveTo(into, old, verdict, article, stories.now());
    }
    var unused = memory.apply(split, into.id());
  }

  /** Adds the copies of the articles that leave. If all members would leave, none does. */
  private Repair.Split withCopies(Repair.Split proposed) {
    List<String> members = memory.members(proposed.storyId());
    List<String> leaving = new ArrayList<>();
    for (String uri : members) {
      String original = requireNonNull(articles.get(uri).verdict(), uri).copyOf();
      boolean follows = original != null && members.contains(original);
      if (proposed.uris().contains(follows ? original : uri)) {
        leaving.add(uri);
      }
    }
    List<String> parted = leaving.size() == members.size() ? List.of() : leaving;
    return new Repair.Split(proposed.storyId(), parted, proposed.score());
  }

  private static ArticleVerdict verdict(ArticleRecord record, StoryDraft into, String because) {
    ArticleVerdict old = requireNonNull(record.verdict());
    return Verdicts.moved(record, into.id(), old.relation(), old.copyOf(), because);
  }

  private void publish(ArticleRecord record, ArticleVerdict verdict) {
    articles.put(record.decided(verdict));
    stories.emit(new LaneOutput.Verdict(verdict, false));
  }
}
