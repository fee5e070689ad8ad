package dev.storywire.story;

import static java.util.Objects.requireNonNull;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.ArticleVerdict.Relation;
import dev.storywire.schemas.ArticleVerdictBuilder;
import dev.storywire.schemas.Reasons;
import dev.storywire.schemas.Story;
import dev.storywire.story.cluster.Repair;
import dev.storywire.story.draft.ArticleRecords;
import dev.storywire.story.draft.StoryDraft;
import dev.storywire.story.draft.StoryDrafts;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.state.ArticleRecord;
import dev.storywire.story.state.LaneOutput;
import dev.storywire.story.state.Placement;
import dev.storywire.story.state.StoryRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Moves articles from one story to another, as an editor has decided. */
final class Moves {
  /**
   * The cause of a move.
   *
   * @param edit id of the edit
   * @param because the reason of the verdicts
   * @param binds true if the articles stay where the editor has moved them
   */
  record Cause(String edit, String because, boolean binds) {
    @Nullable Placement placement(String storyId) {
      return binds ? new Placement(edit, storyId, because) : null;
    }
  }

  private final ArticleRecords articles;
  private final LaneMemory memory;
  private final StoryDrafts stories;

  Moves(ArticleRecords articles, LaneMemory memory, StoryDrafts stories) {
    this.articles = articles;
    this.memory = memory;
    this.stories = stories;
  }

  /** Returns the known members of a story, in the order of their arrival. */
  List<ArticleRecord> members(String storyId) {
    Set<String> uris = new LinkedHashSet<>(memory.members(storyId));
    StoryRecord story = requireNonNull(stories.find(storyId), storyId);
    story.members().stream().map(Story.Member::uri).forEach(uris::add);
    return uris.stream()
        .map(articles::get)
        .sorted(Comparator.comparingLong(ArticleRecord::order))
        .toList();
  }

  /**
   * Returns articles of a story and the copies of these articles in the story, in the order of
   * their arrival. The known members of a large story do not include all of its copies.
   */
  List<ArticleRecord> withCopies(String storyId, Collection<ArticleRecord> articlesOfStory) {
    Set<String> uris = new HashSet<>(uris(articlesOfStory));
    Stream<ArticleRecord> copies =
        members(storyId).stream().filter(record -> isCopyOf(record, uris));
    return Stream.concat(articlesOfStory.stream(), copies)
        .distinct()
        .sorted(Comparator.comparingLong(ArticleRecord::order))
        .toList();
  }

  private static boolean isCopyOf(ArticleRecord record, Collection<String> uris) {
    String original = requireNonNull(record.verdict(), record.uri()).copyOf();
    return original != null && uris.contains(original);
  }

  /** Moves articles out of a story into a new one. */
  StoryDraft split(List<ArticleRecord> leaving, StoryDraft from, Cause cause) {
    StoryDraft into = stories.open(articles.content(leaving.get(0)), from.id());
    stories.split(from, into, uris(leaving));
    for (ArticleRecord record : leaving) {
      ArticleVerdict verdict = verdict(record, leaving, into, cause);
      publish(record, verdict, cause.placement(into.id()));
      PreparedArticle article = articles.content(record);
      from.moveTo(into, requireNonNull(record.verdict()), verdict, article, stories.now());
    }
    remember(leaving, from, into);
    return into;
  }

  /** Moves articles from one story to another. */
  void move(List<ArticleRecord> leaving, StoryDraft from, StoryDraft into, Cause cause) {
    for (ArticleRecord record : leaving) {
      ArticleVerdict verdict = verdict(record, leaving, into, cause);
      publish(record, verdict, cause.placement(into.id()));
      stories.update(record, articles.content(record), verdict);
    }
    into.setEdits(into.edits().afterMovingIn(Set.copyOf(uris(leaving))));
    remember(leaving, from, into);
  }

  /** Moves all articles of a story to another, which remains. */
  void merge(List<ArticleRecord> leaving, StoryDraft from, StoryDraft into, Cause cause) {
    var unused = memory.apply(new Repair.Merge(from.id(), into.id(), 1), null);
    stories.merge(from, into, uris(leaving));
    for (ArticleRecord record : leaving) {
      publish(record, verdict(record, leaving, into, cause), cause.placement(into.id()));
    }
  }

  /** Returns the verdict on an article that moves. Without its original, a copy is an original. */
  private ArticleVerdict verdict(
      ArticleRecord record, List<ArticleRecord> leaving, StoryDraft into, Cause cause) {
    String copyOf = requireNonNull(record.verdict()).copyOf();
    boolean isCopy =
        copyOf != null
            && (uris(leaving).contains(copyOf)
                || into.id().equals(stories.storyOf(articles.find(copyOf))));
    Relation relation = isCopy ? Relation.COPY : Relation.ORIGINAL;
    return ArticleVerdictBuilder.builder(
            Verdicts.moved(record, into.id(), relation, isCopy ? copyOf : null, cause.because()))
        .reasons(Reasons.of(cause.because())) // scores and words were about another story
        .build();
  }

  private void publish(
      ArticleRecord record, ArticleVerdict verdict, @Nullable Placement placement) {
    articles.put(record.decided(verdict).withPlacement(placement));
    stories.emit(new LaneOutput.Verdict(verdict, false));
  }

  private void remember(List<ArticleRecord> moved, StoryDraft from, StoryDraft into) {
    List<String> remembered = new ArrayList<>(memory.members(from.id()));
    remembered.retainAll(uris(moved));
    if (!remembered.isEmpty()) {
      var unused = memory.apply(new Repair.Split(from.id(), remembered, 1), into.id());
    }
  }

  private static List<String> uris(Collection<ArticleRecord> records) {
    return records.stream().map(ArticleRecord::uri).toList();
  }
}
