package dev.storywire.story;

import static java.util.Objects.requireNonNull;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.ArticleVerdict.Relation;
import dev.storywire.schemas.ArticleVerdict.Status;
import dev.storywire.schemas.Reasons;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.prepare.VersionFacts;
import dev.storywire.story.state.ArticleRecord;
import dev.storywire.story.state.Notice;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes verdicts. */
final class Verdicts {
  private Verdicts() {}

  /** Returns the verdict on an article that is assigned to a story. */
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
        Notice.shown(known.notices(), article.facts(), Status.USABLE),
        assignment.reasons());
  }

  /** Returns the verdict on an article that is in no story. It contains no text of the article. */
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
        Notice.shown(known.notices(), article.facts(), status),
        reasons);
  }

  /** Returns the verdict with one more resend. */
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

  /** Returns the verdict with the notices that the article has now. */
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

  /** Returns the verdict after a change to another article, or after a repair of stories. */
  static ArticleVerdict moved(
      ArticleRecord record,
      String storyId,
      @Nullable Relation relation,
      @Nullable String copyOf,
      String because) {
    ArticleVerdict verdict = requireNonNull(record.verdict());
    VersionFacts facts = record.facts();
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
        facts == null ? verdict.notices() : Notice.shown(record.notices(), facts, verdict.status()),
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

  private static int decision(PreparedArticle article, ArticleRecord known) {
    ArticleVerdict before = known.verdict();
    return before != null && before.version() == article.version() ? before.decision() + 1 : 1;
  }

  private static int resends(ArticleRecord known) {
    return known.verdict() == null ? 0 : known.verdict().resends();
  }
}
