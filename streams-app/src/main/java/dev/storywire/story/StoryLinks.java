package dev.storywire.story;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.RelatedStory;
import dev.storywire.schemas.Story;
import dev.storywire.story.draft.ArticleRecords;
import dev.storywire.story.draft.StoryDrafts;
import dev.storywire.story.link.LinkMemory;
import dev.storywire.story.link.SignatureMatch;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.prepare.Signature;
import dev.storywire.story.state.ArticleRecord;
import dev.storywire.story.state.StoryRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Links the stories of a lane to those of other lanes that report the same event. A link is between
 * two articles, found by their signatures; each lane links its own story.
 */
final class StoryLinks {
  private final ArticleRecords articles;
  private final LinkMemory memory;
  private final StoryDrafts stories;

  StoryLinks(ArticleRecords articles, LinkMemory memory, StoryDrafts stories) {
    this.articles = articles;
    this.memory = memory;
    this.stories = stories;
  }

  /**
   * Compares an article of another lane with those of this lane.
   *
   * @param newer its uri; an older version is no longer compared
   * @param signature its signature; null if it has none
   */
  void addForeign(String newer, @Nullable Signature signature) {
    if (signature == null) {
      memory.forget(newer);
      return;
    }
    for (SignatureMatch match : memory.add(signature)) {
      relate(articles.get(match.other().uri()), signature, match);
    }
  }

  /** Compares an article that has just been decided with those of other lanes. */
  void addOwn(PreparedArticle article) {
    ArticleRecord known = articles.get(article.uri());
    ArticleVerdict verdict = known.verdict();
    if (memory.hasForeign()
        && known.version() == article.version()
        && verdict != null
        && verdict.relation() == ArticleVerdict.Relation.ORIGINAL) {
      Signature.of(article).stream()
          .flatMap(signature -> memory.add(signature).stream())
          .forEach(match -> relate(known, match.other(), match));
    }
  }

  /** Links the story of a member to that of an article of another lane. */
  private void relate(ArticleRecord member, Signature other, SignatureMatch match) {
    String storyId = stories.storyOf(member);
    StoryRecord story = storyId == null ? null : stories.find(storyId);
    ArticleVerdict verdict = member.verdict();
    if (story == null || verdict == null || story.status() != Story.Status.OPEN) {
      return;
    }
    RelatedStory related =
        new RelatedStory(
            other.lane(),
            other.uri(),
            member.uri(),
            match.names(),
            match.numbers(),
            Instant.ofEpochMilli(stories.now()));
    if (story.accepts(related)) {
      stories.draft(story.storyId()).relate(related, verdict, stories.now());
    }
  }
}
