package dev.storywire.replay;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.ArticleVerdict.Relation;
import dev.storywire.schemas.ArticleVerdict.Status;
import dev.storywire.schemas.Reasons;
import dev.storywire.schemas.StoryEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes up what a run told: every article a minute after the one before. */
final class ToldStories {
  private final Telling telling = new Telling();
  private final Map<String, Long> seqs = new HashMap<>();
  private Instant now = Instant.parse("2026-03-12T08:00:00Z");

  /** A story of originals. */
  ToldStories story(String id, String... uris) {
    telling.event(new StoryEvent.Opened(id, seq(id), now, "en", null));
    for (String uri : uris) {
      join(id, uri, null);
    }
    return this;
  }

  ToldStories copy(String id, String uri, String original) {
    join(id, uri, original);
    return this;
  }

  ToldStories merge(String from, String into, String... uris) {
    telling.event(new StoryEvent.Merged(from, seq(from), now, "en", into, null, List.of(uris)));
    telling.event(new StoryEvent.Merged(into, seq(into), now, "en", null, from, List.of(uris)));
    return this;
  }

  ToldStories refused(String uri, String code) {
    telling.refused(uri, code);
    return this;
  }

  ToldStories killed(String uri) {
    telling.verdict(verdict(uri, Status.CANCELED, null, null));
    return this;
  }

  Telling told() {
    return telling;
  }

  private void join(String id, String uri, @Nullable String original) {
    now = now.plusSeconds(60);
    Relation relation = original == null ? Relation.ORIGINAL : Relation.COPY;
    telling.event(
        new StoryEvent.ArticleJoined(
            id, seq(id), now, "en", uri, 1, relation, original, "Wire " + uri));
    telling.verdict(verdict(uri, Status.USABLE, id, "Headline of " + uri));
  }

  private long seq(String id) {
    return seqs.merge(id, 1L, Long::sum);
  }

  private ArticleVerdict verdict(
      String uri, Status status, @Nullable String storyId, @Nullable String headline) {
    return new ArticleVerdict(
        uri,
        1,
        status,
        "en",
        storyId,
        null,
        null,
        null,
        1,
        0,
        now,
        null,
        headline,
        null,
        null,
        null,
        List.of(),
        List.of(),
        Reasons.of("Because of " + uri + "."));
  }
}
