package dev.storywire.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A story as it stands: a value of {@code storywire.stories}, keyed by storyId, compacted. A
 * tombstone follows when the story is retired.
 *
 * @param storyId from what opened it: time, words, hash; never changes and is never used again
 * @param seq number of the last event that shaped it; equals the {@code seq} of that {@link
 *     StoryEvent}
 * @param mergedInto the story that took its articles, where status is merged
 * @param headline that of the most central article of its newest third of recent originals; empty
 *     where it has no article
 * @param summary up to {@value #MAX_SUMMARY} sentences, each with the article it is from
 * @param firstSeen event time of the article that opened it
 * @param lastUpdated event time at which it last took an article or a version of one
 * @param articleCount all articles in it, copies included
 * @param copyCount how many of them are copies
 * @param articles newest first, capped at {@link #MAX_ARTICLES}; the counts above are whole
 * @param entities most named first, capped at {@link #MAX_ENTITIES}
 * @param terms heaviest first, capped at {@link #MAX_TERMS}
 */
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
    List<String> terms) {

  /** Most sentences of a summary. */
  public static final int MAX_SUMMARY = 3;

  /** Most articles that a snapshot lists. */
  public static final int MAX_ARTICLES = 50;

  /** Most entities that a snapshot lists. */
  public static final int MAX_ENTITIES = 30;

  /** Most terms that a snapshot lists. */
  public static final int MAX_TERMS = 20;

  /** Makes absent lists empty. */
  public Story {
    summary = summary == null ? List.of() : List.copyOf(summary);
    articles = articles == null ? List.of() : List.copyOf(articles);
    entities = entities == null ? List.of() : List.copyOf(entities);
    terms = terms == null ? List.of() : List.copyOf(terms);
  }

  /** Where a story is in its life. */
  public enum Status {
    /** Takes articles. */
    @JsonProperty("open")
    OPEN,
    /** Idle for longer than the closing time, or without articles; may reopen. */
    @JsonProperty("closed")
    CLOSED,
    /** Found to be one with another story, which has its articles now. */
    @JsonProperty("merged")
    MERGED
  }

  /** A sentence of the summary and the uri of the article it stands in. */
  public record SummarySentence(String text, String uri) {}

  /**
   * An article of the story, as a line of a list.
   *
   * @param notices as in its verdict
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
    /** Makes an absent list empty. */
    public Member {
      notices = notices == null ? List.of() : List.copyOf(notices);
    }
  }
}
