package dev.storywire.replay.compare;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.ArticleVerdict.Relation;
import dev.storywire.schemas.ArticleVerdict.Status;
import dev.storywire.schemas.ArticleVerdictBuilder;
import dev.storywire.schemas.Reasons;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.schemas.StoryEventArticleJoinedBuilder;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the results of a run in which articles arrive at intervals of a minute. */
final class OutcomeBuilder {
  private final RunResults outcome = new RunResults();
  private final Map<String, Long> seqs = new HashMap<>();
  private Instant now = Instant.parse("2026-03-12T08:00:00Z");

  /** Adds a story of originals. */
  OutcomeBuilder story(String id, String... uris) {
    outcome.apply(new StoryEvent.Opened(id, seq(id), now, "en", null, null));
    for (String uri : uris) {
      join(id, uri, null);
    }
    return this;
  }

  OutcomeBuilder copy(String id, String uri, String original) {
    join(id, uri, original);
    return this;
  }

  OutcomeBuilder merge(String from, String into, String... uris) {
    outcome.apply(
        new StoryEvent.Merged(from, seq(from), now, "en", into, null, List.of(uris), null));
    outcome.apply(
        new StoryEvent.Merged(into, seq(into), now, "en", null, from, List.of(uris), null));
    return this;
  }

  OutcomeBuilder refused(String uri, String code) {
    outcome.refused(uri, code);
    return this;
  }

  OutcomeBuilder killed(String uri) {
    outcome.apply(verdict(uri, Status.CANCELED, null, null));
    return this;
  }

  RunResults outcome() {
    return outcome;
  }

  private void join(String id, String uri, @Nullable String original) {
    now = now.plusSeconds(60);
    Relation relation = original == null ? Relation.ORIGINAL : Relation.COPY;
    outcome.apply(
        StoryEventArticleJoinedBuilder.builder()
            .storyId(id)
            .seq(seq(id))
            .at(now)
            .lane("en")
            .uri(uri)
            .version(1)
            .relation(relation)
            .copyOf(original)
            .source("Wire " + uri)
            .build());
    outcome.apply(verdict(uri, Status.USABLE, id, "Headline of " + uri));
  }

  private long seq(String id) {
    return seqs.merge(id, 1L, Long::sum);
  }

  private ArticleVerdict verdict(
      String uri, Status status, @Nullable String storyId, @Nullable String headline) {
    return ArticleVerdictBuilder.builder()
        .uri(uri)
        .version(1)
        .status(status)
        .lane("en")
        .storyId(storyId)
        .decision(1)
        .resends(0)
        .decidedAt(now)
        .headline(headline)
        .reasons(Reasons.of("Because of " + uri + "."))
        .build();
  }
}
