package dev.storywire.story.cluster;

import dev.storywire.story.vector.TermVector;
import dev.storywire.text.terms.Terms;
import java.util.List;

/**
 * Recognises routine notices, such as results, dividends and fixings, by their share of figures.
 *
 * <p>Notices of one kind have the same words, whatever company or place they report on. So an
 * article with some figures needs a higher score to join a story. An article with many figures must
 * also share its subject with the story: the rarest word of its headline.
 */
final class RoutineNotice {
  /** Share of figures among the distinct words from which on {@link #NEEDED} is the threshold. */
  private static final double SOME = 0.08;

  /** Share of figures from which on the subject must be shared. */
  private static final double MANY = 0.1;

  /** The threshold of the join score for an article with some figures. */
  private static final double NEEDED = 0.67;

  /** Number of the newest members of a story that are searched, besides the nearest ones. */
  private static final int RECENT = 12;

  private final double figures;
  private final int subject;
  private final boolean hasSubject;

  private RoutineNotice(double figures, int subject, boolean hasSubject) {
    this.figures = figures;
    this.subject = subject;
    this.hasSubject = hasSubject;
  }

  /**
   * Reads the figures and the subject of an article.
   *
   * @param headline its headline, rarest word first
   */
  static RoutineNotice of(Terms terms, TermVector headline) {
    int figures = 0;
    for (int i = 0; i < terms.wordCount(); i++) {
      figures += terms.isFigure(i) ? 1 : 0;
    }
    double share = (double) figures / Math.max(1, terms.wordCount());
    for (int i = 0; i < headline.size() && share >= MANY; i++) {
      if (!isFigure(terms, headline.term(i))) {
        return new RoutineNotice(share, headline.term(i), true);
      }
    }
    return new RoutineNotice(share, 0, false);
  }

  private static boolean isFigure(Terms terms, int word) {
    for (int i = 0; i < terms.wordCount(); i++) {
      if (terms.word(i) == word) {
        return terms.isFigure(i);
      }
    }
    return false;
  }

  /**
   * Returns the score that the article needs to join a story.
   *
   * @param usual the score that an article without figures needs
   */
  double threshold(double usual) {
    return figures >= SOME ? Math.max(NEEDED, usual) : usual;
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
