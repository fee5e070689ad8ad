package dev.storywire.story;

import static java.util.Objects.requireNonNull;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.ArticleVerdict.Relation;
import dev.storywire.schemas.ArticleVerdict.Status;
import dev.storywire.schemas.PubStatus;
import dev.storywire.schemas.Reasons;
import dev.storywire.story.prepare.PreparedArticle;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes verdicts. */
final class Verdicts {
  private Verdicts() {}

  static ArticleVerdict of(
      PreparedArticle article, ArticleRecord known, Assignment assignment, long at) {
    return new ArticleVerdict(
        article.uri(),
        article.version(),
        Status.USABLE,
        article.lane(),
        assignment.storyId(),
        assignment.relation(),
        assignment.copyOf(),
        assignment.similarity(),
        decision(article, known),
        resends(known),
        Instant.ofEpochMilli(at),
        article.source(),
        article.headline(),
        article.url(),
        Instant.ofEpochMilli(article.madeAt()),
        article.language(),
        assignment.entities(),
        Notice.shown(known.notices(), article, Status.USABLE),
        assignment.reasons());
  }

  /** A verdict on an article that is in no story; it holds nothing of its text. */
  static ArticleVerdict withoutText(
      PreparedArticle article, ArticleRecord known, Status status, Reasons reasons, long at) {
    return new ArticleVerdict(
        article.uri(),
        article.version(),
        status,
        article.lane(),
        null,
        null,
        null,
        null,
        decision(article, known),
        resends(known),
        Instant.ofEpochMilli(at),
        article.source(),
        null,
        null,
        Instant.ofEpochMilli(article.madeAt()),
        article.language(),
        List.of(),
        Notice.shown(known.notices(), article, status),
        reasons);
  }

  /** The same verdict once more: a version that has come before changes nothing. */
  static ArticleVerdict resent(ArticleVerdict verdict) {
    return new ArticleVerdict(
        verdict.uri(),
        verdict.version(),
        verdict.status(),
        verdict.lane(),
        verdict.storyId(),
        verdict.relation(),
        verdict.copyOf(),
        verdict.similarity(),
        verdict.decision(),
        verdict.resends() + 1,
        verdict.decidedAt(),
        verdict.source(),
        verdict.headline(),
        verdict.url(),
        verdict.publishedAt(),
        verdict.language(),
        verdict.entities(),
        verdict.notices(),
        verdict.reasons());
  }

  /** The same verdict with what is noticed about the article now. */
  static ArticleVerdict marked(ArticleRecord record) {
    ArticleVerdict verdict = requireNonNull(record.verdict());
    Reasons reasons = verdict.reasons();
    return moved(
        record,
        requireNonNull(verdict.storyId()),
        verdict.relation(),
        verdict.copyOf(),
        reasons == null ? "It is as it was." : reasons.because());
  }

  /** A verdict that follows from another article's: a repair, or an original that left. */
  static ArticleVerdict moved(
      ArticleRecord record,
      String storyId,
      @Nullable Relation relation,
      @Nullable String copyOf,
      String because) {
    ArticleVerdict verdict = requireNonNull(record.verdict());
    PreparedArticle article = record.article();
    return new ArticleVerdict(
        verdict.uri(),
        verdict.version(),
        verdict.status(),
        verdict.lane(),
        storyId,
        relation,
        copyOf,
        copyOf == null ? null : verdict.similarity(),
        verdict.decision() + 1,
        verdict.resends(),
        verdict.decidedAt(),
        verdict.source(),
        verdict.headline(),
        verdict.url(),
        verdict.publishedAt(),
        verdict.language(),
        verdict.entities(),
        article == null
            ? verdict.notices()
            : Notice.shown(record.notices(), article, verdict.status()),
        because(because, verdict.reasons()));
  }

  private static Reasons because(String because, @Nullable Reasons old) {
    return old == null
        ? Reasons.of(because)
        : new Reasons(
            because,
            old.score(),
            old.threshold(),
            old.sharedTerms(),
            old.sharedEntities(),
            old.hoursApart(),
            old.runnerUp());
  }

  static Status status(PubStatus status) {
    return switch (status) {
      case USABLE -> Status.USABLE;
      case WITHHELD -> Status.WITHHELD;
      case CANCELED -> Status.CANCELED;
    };
  }

  private static int decision(PreparedArticle article, ArticleRecord known) {
    ArticleVerdict before = known.verdict();
    return before != null && before.version() == article.version() ? before.decision() + 1 : 1;
  }

  private static int resends(ArticleRecord known) {
    return known.verdict() == null ? 0 : known.verdict().resends();
  }
}
