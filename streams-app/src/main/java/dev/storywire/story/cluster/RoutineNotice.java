package dev.storywire.story.cluster;

import dev.storywire.story.vector.ArticleView;
import dev.storywire.story.vector.TermVector;
import dev.storywire.text.terms.Terms;
import java.util.List;

/**
 * Recognises routine notices, such as results, dividends and fixings, by their share of figures or
 * by the title of a recurring form.
 *
 * <p>Notices of one kind have the same words, whatever company, place or day they report on. So an
 * article with some figures needs a higher score to join a story. An article with many figures must
 * also share its subject with the story: the rarest word of its headline; it joins no story of an
 * earlier day. The same holds for an article with the title of a recurring form.
 */
final class RoutineNotice {
  /**
   * Share of figures among the distinct words from which on {@link #JOIN_THRESHOLD} is the
   * threshold.
   */
  private static final double SOME_FIGURES = 0.08;

  /** Share of figures from which on the subject must be shared. */
  private static final double MANY_FIGURES = 0.1;

  /** The threshold of the join score for an article with some figures. */
  private static final double JOIN_THRESHOLD = 0.67;

  /** Number of the newest members of a story that are searched, besides the nearest ones. */
  private static final int RECENT = 12;

  /** Time between two issues of a notice, at least. */
  private static final long ISSUE_MS = 12L * 3600 * 1000;

  private final ArticleView article;
  private final double figures;
  private final int subject;
  private final boolean hasSubject;

  private RoutineNotice(ArticleView article, double figures, int subject, boolean hasSubject) {
    this.article = article;
    this.figures = figures;
    this.subject = subject;
    this.hasSubject = hasSubject;
  }

  /**
   * Reads the figures and the subject of an article.
   *
   * @param headline its headline, rarest word first
   */
  static RoutineNotice of(ArticleView article, TermVector headline) {
    Terms terms = article.terms();
    int figures = 0;
    for (int i = 0; i < terms.wordCount(); i++) {
      figures += terms.isFigure(i) ? 1 : 0;
    }
    double share = (double) figures / Math.max(1, terms.wordCount());
    boolean needsSubject = share >= MANY_FIGURES || article.recurring();
    for (int i = 0; i < headline.size() && needsSubject; i++) {
      if (!isFigure(terms, headline.term(i))) {
        return new RoutineNotice(article, share, headline.term(i), true);
      }
    }
    return new RoutineNotice(article, share, 0, false);
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
    return figures >= MANY_FIGURES || article.recurring();
  }

  /**
   * Returns the score that the article needs to join a story.
   *
   * @param usual the score that an article without figures needs
   */
  double threshold(double usual) {
    return figures >= SOME_FIGURES || article.recurring() ? Math.max(JOIN_THRESHOLD, usual) : usual;
  }

  /**
   * Returns true if the story is of an earlier issue: if it opened before the issue of a recurring
   * form, or if the article has many figures and the story has none of that issue.
   */
  boolean isLaterThan(StoryState story) {
    long before = article.eventTime() - ISSUE_MS;
    return article.recurring()
        ? story.members.get(0).eventTime <= before
        : figures >= MANY_FIGURES && story.newest().eventTime <= before;
  }

  /** Returns true if the subject must be shared, and no member of the story compared has it. */
  boolean hasOtherSubject(Candidate candidate) {
    return hasSubject && !has(candidate.story.newest(RECENT)) && !has(candidate.nearest);
  }

  private boolean has(List<MemberArticle> members) {
    for (MemberArticle member : members) {
      if (member.vectors.words().contains(subject)) {
        return true;
      }
    }
    return false;
  }
}
