package dev.storywire.story.cluster;

import dev.storywire.story.vector.ArticleVectors;

/** An article that is remembered as a member of a story. */
final class MemberArticle {
  final String uri;
  final long sequence;
  final long eventTime;
  final int source;
  final ArticleVectors vectors;

  final RoutineNotice notice;

  /** True if it is worth a {@link SecondLook}. */
  final boolean isWorthSecondLook;

  StoryState story;

  /** True while later articles can join its story; its terms may be counted for longer. */
  boolean active = true;

  /** Its position in {@link ActiveArticles} while it is active. */
  int position;

  /** Weighted number of words in common during one search, set by {@link Candidate}. */
  int overlap;

  /**
   * @param sequence its position in the order of arrival
   * @param source hash of the source; 0 if not known
   */
  MemberArticle(
      String uri,
      long sequence,
      long eventTime,
      int source,
      ArticleVectors vectors,
      RoutineNotice notice,
      boolean isWorthSecondLook,
      StoryState story) {
    this.uri = uri;
    this.sequence = sequence;
    this.eventTime = eventTime;
    this.source = source;
    this.vectors = vectors;
    this.notice = notice;
    this.isWorthSecondLook = isWorthSecondLook;
    this.story = story;
  }
}
