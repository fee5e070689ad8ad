package dev.storywire.schemas;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of a story: a value of {@code storywire.stories}. The topic is keyed by storyId and
 * compacted; a tombstone follows when the story retires.
 *
 * @param storyId derived from the article that opened the story; never changes and is never reused
 * @param seq number of the last {@link StoryEvent} that the snapshot includes
 * @param mergedInto the story that has its articles, if the status is merged
 * @param headline headline of the most central article in the newest third of its recent originals;
 *     empty if it has no article
 * @param summary up to {@value #MAX_SUMMARY} sentences, each with the uri of its article
 * @param firstSeen event time of the article that opened it
 * @param lastUpdated event time at which an article or a new version of one was last added
 * @param articleCount number of all its articles, including copies
 * @param copyCount number of its copies
 * @param articles its articles, newest first, at most {@link #MAX_ARTICLES}; the counts include all
 * @param entities its entities, most mentioned first, at most {@link #MAX_ENTITIES}
 * @param terms its terms, highest weight first, at most {@link #MAX_TERMS}
 * @param relatedStories stories of other lanes about the same event, at most one of each lane and
 *     {@link RelatedStory#MAX} in all; absent if there are none
 */
@RecordBuilder
public record Story(
    String storyId,
    long seq,
    String lane,
    Status status,
    @Nullable String mergedInto,
    String headline,
    List<SummarySentence> summary,
    Instant firstSeen,
    Instant lastUpdated,
    int articleCount,
    int copyCount,
    int sourceCount,
    List<Member> articles,
    List<Entity> entities,
    List<String> terms,
    @Nullable List<RelatedStory> relatedStories) {

  /** Maximum number of sentences of a summary. */
  public static final int MAX_SUMMARY = 3;

  /** Maximum number of articles in a snapshot. */
  public static final int MAX_ARTICLES = 50;

  /** Maximum number of entities in a snapshot. */
  public static final int MAX_ENTITIES = 30;

  /** Maximum number of terms in a snapshot. */
  public static final int MAX_TERMS = 20;

  /** Replaces absent lists by empty ones. */
  public Story {
    summary = summary == null ? List.of() : List.copyOf(summary);
    articles = articles == null ? List.of() : List.copyOf(articles);
    entities = entities == null ? List.of() : List.copyOf(entities);
    terms = terms == null ? List.of() : List.copyOf(terms);
    relatedStories =
        relatedStories == null || relatedStories.isEmpty() ? null : List.copyOf(relatedStories);
  }

  /** The status of a story. */
  @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
  public enum Status {
    /** Articles may join the story. */
    OPEN,
    /**
     * No article has joined the story for the closing time, or it has no articles. It may reopen.
     */
    CLOSED,
    /** The story was merged into another story, which has its articles now. */
    MERGED
  }

  /** A sentence of the summary and the uri of its article. */
  public record SummarySentence(String text, String uri) {}

  /**
   * An article of a story, with the fields for a list.
   *
   * @param notices the notices of its verdict
   */
  public record Member(
      String uri,
      int version,
      ArticleVerdict.Relation relation,
      @Nullable String copyOf,
      @Nullable String source,
      @Nullable String headline,
      @Nullable String url,
      @Nullable Instant publishedAt,
      List<ArticleVerdict.Notice> notices) {
    /** Replaces an absent list by an empty one. */
    public Member {
      notices = notices == null ? List.of() : List.copyOf(notices);
    }
  }
}
