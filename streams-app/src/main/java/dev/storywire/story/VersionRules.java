package dev.storywire.story;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.ArticleVerdict.Status;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.prepare.VersionFacts;
import dev.storywire.story.state.ArticleRecord;
import dev.storywire.story.state.Notice;
import org.jspecify.annotations.Nullable;

/** The rules of versions, statuses and notices. They read values and change nothing. */
final class VersionRules {
  private VersionRules() {}

  /** A decision on a version of an article. */
  sealed interface Decision {

    /** The verdict on the article stays as it is. */
    record Unchanged() implements Decision {}

    /** Another lane has this version or a newer one. */
    record Superseded() implements Decision {}

    /** The version arrived before, or is older. It is counted and changes nothing else. */
    record Resend() implements Decision {}

    /** The version is a note to editors, which belongs to no story. */
    record EditorNote() implements Decision {}

    /** The version gets a story. */
    record Assign() implements Decision {}

    /** The version is in no story: it is withheld, replaced or canceled. */
    record Suppress(Status status) implements Decision {}

    /** The version stays in its story, and its verdict shows other notices. */
    record Mark() implements Decision {}
  }

  /**
   * Decides on a version that has arrived.
   *
   * @param known the state record of its uri, with the notices that waited for it
   * @param lane the lane that decides
   */
  static Decision onArrival(PreparedArticle article, ArticleRecord known, String lane) {
    Status status = known.status(article.facts());
    if (known.isInOtherLane(lane) && known.version() >= article.version()) {
      return new Decision.Superseded();
    }
    if (!hasEffect(article.version(), status, known.verdict())) {
      return new Decision.Resend();
    }
    if (article.isNote()) {
      return new Decision.EditorNote();
    }
    return status == Status.USABLE ? new Decision.Assign() : new Decision.Suppress(status);
  }

  /** Decides again on the newest version of an article, whose notices may have changed. */
  static Decision onNotice(ArticleRecord known) {
    VersionFacts facts = known.facts();
    ArticleVerdict verdict = known.verdict();
    if (facts == null || verdict == null || verdict.status() == Status.ADVISORY) {
      return new Decision.Unchanged();
    }
    Status status = known.status(facts);
    boolean isSame = status == verdict.status();
    if (isSame && Notice.shown(known.notices(), facts, status).equals(verdict.notices())) {
      return new Decision.Unchanged();
    }
    if (status != Status.USABLE) {
      return new Decision.Suppress(status);
    }
    return isSame ? new Decision.Mark() : new Decision.Assign();
  }

  /**
   * Returns true for a higher version, and for the same version with a more severe status, such as
   * a kill after a hold.
   */
  private static boolean hasEffect(int version, Status status, @Nullable ArticleVerdict verdict) {
    return verdict == null
        || version > verdict.version()
        || (version == verdict.version() && status.compareTo(verdict.status()) > 0);
  }
}
