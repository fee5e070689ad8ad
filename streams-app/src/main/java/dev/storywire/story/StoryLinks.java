package dev.storywire.story;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.RelatedStory;
import dev.storywire.schemas.Story;
import dev.storywire.story.draft.ArticleRecords;
import dev.storywire.story.draft.StoryDrafts;
import dev.storywire.story.link.SignatureMatch;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.prepare.Signature;
import dev.storywire.story.state.ArticleRecord;
import dev.storywire.story.state.StoryRecord;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Links the stories of a lane to those of other lanes that report the same event. A link is between
 * two articles, found by their signatures; each lane links its own story. Copies are not linked.
 */
final class StoryLinks {
  private final ArticleRecords articles;
  private final StoryDrafts stories;

  StoryLinks(ArticleRecords articles, StoryDrafts stories) {
    this.articles = articles;
    this.stories = stories;
  }

  /**
   * Links an article that has just been decided to the best match in each other lane.
   *
   * @param matches articles of other lanes, the best match first
   */
  void linkOwn(PreparedArticle article, List<SignatureMatch> matches) {
    ArticleRecord known = articles.get(article.uri());
    if (known.version() == article.version() && isOriginal(known)) {
      Set<String> lanes = new HashSet<>();
      for (SignatureMatch match : matches) {
        if (lanes.add(match.other().lane())) {
          relate(known, match.other(), match);
        }
      }
    }
  }

  /**
   * Links the article of this lane that best matches an article of another lane.
   *
   * @param other the signature of the article of the other lane
   * @param matches articles of this lane, the best match first
   */
  void linkToOtherLane(Signature other, List<SignatureMatch> matches) {
    matches.stream()
        .filter(match -> isOriginal(articles.get(match.other().uri())))
        .findFirst()
        .ifPresent(match -> relate(articles.get(match.other().uri()), other, match));
  }

  private static boolean isOriginal(ArticleRecord article) {
    ArticleVerdict verdict = article.verdict();
    return verdict != null && verdict.relation() == ArticleVerdict.Relation.ORIGINAL;
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
