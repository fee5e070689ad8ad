package dev.storywire.story;

import static java.util.Objects.requireNonNull;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.ArticleVerdict.Relation;
import dev.storywire.schemas.ArticleVerdict.Status;
import dev.storywire.schemas.ArticleVerdictBuilder;
import dev.storywire.schemas.Reasons;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.prepare.VersionFacts;
import dev.storywire.story.state.ArticleRecord;
import dev.storywire.story.state.Notice;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes verdicts. */
final class Verdicts {
  private Verdicts() {}

  /** Returns the verdict on an article that is assigned to a story. */
  static ArticleVerdict of(
      PreparedArticle article, ArticleRecord known, Assignment assignment, long at) {
    return verdict(article, known, Status.USABLE, at)
        .storyId(assignment.storyId())
        .relation(assignment.relation())
        .copyOf(assignment.copyOf())
        .similarity(assignment.similarity())
        .headline(article.headline())
        .url(article.url())
        .entities(assignment.entities())
        .reasons(assignment.reasons())
        .build();
  }

  /** Returns the verdict on an article that is in no story. It contains no text of the article. */
  static ArticleVerdict withoutText(
      PreparedArticle article, ArticleRecord known, Status status, Reasons reasons, long at) {
    return verdict(article, known, status, at).reasons(reasons).build();
  }

  private static ArticleVerdictBuilder verdict(
      PreparedArticle article, ArticleRecord known, Status status, long at) {
    return ArticleVerdictBuilder.builder()
        .uri(article.uri())
        .version(article.version())
        .status(status)
        .lane(article.lane())
        .decision(decision(article, known))
        .resends(resends(known))
        .decidedAt(Instant.ofEpochMilli(at))
        .source(article.source())
        .publishedAt(Instant.ofEpochMilli(article.madeAt()))
        .language(article.language())
        .notices(Notice.shown(known.notices(), article.facts(), status));
  }

  /** Returns the verdict with one more resend. */
  static ArticleVerdict resent(ArticleVerdict verdict) {
    return ArticleVerdictBuilder.builder(verdict).resends(verdict.resends() + 1).build();
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
        reasons == null ? "Its notices have changed." : reasons.because());
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
    return ArticleVerdictBuilder.builder(verdict)
        .storyId(storyId)
        .relation(relation)
        .copyOf(copyOf)
        .similarity(copyOf == null ? null : verdict.similarity())
        .decision(verdict.decision() + 1)
        .notices(
            facts == null
                ? verdict.notices()
                : Notice.shown(record.notices(), facts, verdict.status()))
        .reasons(because(because, verdict.reasons()))
        .build();
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
