package dev.storywire.story.cluster;

import dev.storywire.story.vector.ArticleVectors;
import dev.storywire.story.vector.ArticleView;
import dev.storywire.story.vector.TermVector;
import dev.storywire.text.terms.Terms;
import java.util.List;
import java.util.function.Predicate;

/**
 * The traits of a routine notice, such as results, dividends and fixings: its share of figures, its
 * subject, and whether it has the title of a recurring form.
 *
 * <p>Notices of one kind have the same words, whatever company, place or day they report on. So an
 * article with some figures needs a higher score to join a story. An article with many figures must
 * also share its subject with the story: the rarest word of its headline; it joins no story of an
 * earlier day. The same applies to an article with the title of a recurring form. Two stories of
 * notices are not merged if the notices of one could not join the other for these reasons.
 *
 * @param figures share of figures among its distinct words, per cent
 * @param recurring true if it has the title of a recurring form
 * @param subject hash of the word that a story must have; 0 if it need not have one
 */
record RoutineNotice(int figures, boolean recurring, int subject) {
  /** The traits of an article that is not a notice. */
  static final RoutineNotice NONE = new RoutineNotice(0, false, 0);

  /** Minimum share of figures for which {@link #JOIN_THRESHOLD} is the threshold, per cent. */
  private static final int SOME_FIGURES = 8;

  /** Minimum share of figures for which the subject must be shared, per cent. */
  private static final int MANY_FIGURES = 10;

  /** The threshold of the join score for an article with some figures. */
  private static final double JOIN_THRESHOLD = 0.67;

  /** Number of the newest members of a story that are searched. */
  private static final int RECENT = 12;

  /** Minimum time between two issues of a notice. */
  private static final long ISSUE_MS = 12L * 3600 * 1000;

  /**
   * Reads the figures and the subject of an article. A headline alone has no subject: with one
   * figure in ten words, it need not be a notice.
   */
  static RoutineNotice of(ArticleView article, ArticleVectors vectors) {
    RoutineNotice notice = new RoutineNotice(figures(article.terms()), article.recurring(), 0);
    return notice.needsSubject() && hasText(article.terms())
        ? notice.on(subject(article.terms(), vectors.headline()))
        : notice;
  }

  private RoutineNotice on(int word) {
    return new RoutineNotice(figures, recurring, word);
  }

  private static boolean hasText(Terms terms) {
    for (int i = 0; i < terms.wordCount(); i++) {
      if (terms.wordInLede(i) + terms.wordInBody(i) > 0) {
        return true;
      }
    }
    return false;
  }

  private static int figures(Terms terms) {
    int figures = 0;
    for (int i = 0; i < terms.wordCount(); i++) {
      figures += terms.isFigure(i) ? 1 : 0;
    }
    return 100 * figures / Math.max(1, terms.wordCount());
  }

  /** Returns the first word of the headline, rarest first, that is not a figure. */
  private static int subject(Terms terms, TermVector headline) {
    for (int i = 0; i < headline.size(); i++) {
      if (!isFigure(terms, headline.term(i))) {
        return headline.term(i);
      }
    }
    return 0;
  }

  private static boolean isFigure(Terms terms, int word) {
    for (int i = 0; i < terms.wordCount(); i++) {
      if (terms.word(i) == word) {
        return terms.isFigure(i);
      }
    }
    return false;
  }

  /** Returns true if the subject must be shared. */
  boolean needsSubject() {
    return figures >= MANY_FIGURES || recurring;
  }

  /**
   * Returns the score that the article needs to join a story.
   *
   * @param usual the score that an article without figures needs
   */
  double threshold(double usual) {
    return figures >= SOME_FIGURES || recurring ? Math.max(JOIN_THRESHOLD, usual) : usual;
  }

  /**
   * Returns true if the story is of an earlier issue: if it opened before the issue of a recurring
   * form, or if the article has many figures and the story has none of that issue.
   *
   * @param eventTime the time of the article, epoch milliseconds
   */
  boolean isLaterThan(StoryState story, long eventTime) {
    long before = eventTime - ISSUE_MS;
    return recurring
        ? story.members.get(0).eventTime <= before
        : figures >= MANY_FIGURES && story.newest().eventTime <= before;
  }

  /** Returns true if the subject must be shared, and no member of the story compared has it. */
  boolean hasOtherSubject(Candidate candidate) {
    return hasOtherSubject(candidate.story) && !isIn(candidate.nearest);
  }

  private boolean hasOtherSubject(StoryState story) {
    return subject != 0 && !isIn(story.newest(RECENT));
  }

  private boolean isIn(List<MemberArticle> members) {
    for (MemberArticle member : members) {
      if (member.vectors.words().contains(subject)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns true if two stories are not to be merged: at least half of the newest articles of each
   * are notices with a subject, and at least half of one could not join the other. A story of
   * reports may take back a notice that had to open its own story.
   */
  static boolean keepsApart(StoryState a, StoryState b) {
    return isHalf(a, member -> member.notice.subject != 0)
        && isHalf(b, member -> member.notice.subject != 0)
        && (isKeptFrom(a, b) || isKeptFrom(b, a));
  }

  private static boolean isKeptFrom(StoryState story, StoryState other) {
    return isHalf(
        story,
        member ->
            member.notice.isLaterThan(other, member.eventTime)
                || member.notice.hasOtherSubject(other));
  }

  private static boolean isHalf(StoryState story, Predicate<MemberArticle> property) {
    List<MemberArticle> newest = story.newest(RECENT);
    return 2 * newest.stream().filter(property).count() >= newest.size();
  }
}
