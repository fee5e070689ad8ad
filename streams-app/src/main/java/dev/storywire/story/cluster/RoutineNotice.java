package dev.storywire.story.cluster;

import dev.storywire.story.vector.TermVector;
import dev.storywire.text.terms.Terms;
import java.util.List;

/**
 * Holds an article against the form of a routine notice, such as results, dividends and fixings.
 *
 * <p>Notices of one kind have most words in common, whatever they report on, and many figures. An
 * article with many figures needs a higher score to join a story, and with still more it must share
 * its subject: the rarest word of its headline.
 */
final class RoutineNotice {
  /** Share of figures among the distinct words from which on {@link #NEEDED} is the threshold. */
  private static final double MANY = 0.08;

  /** Share from which on the subject must be shared. */
  private static final double MOST = 0.1;

  /** The threshold of the join score for an article with many figures. */
  private static final double NEEDED = 0.67;

  /** Newest members of a story in which the subject is looked for, besides the nearest ones. */
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
    for (int i = 0; i < headline.size() && share >= MOST; i++) {
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

  /** Returns the score that the article needs to join a story, if others need this one. */
  double threshold(double usual) {
    return figures >= MANY ? Math.max(NEEDED, usual) : usual;
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
