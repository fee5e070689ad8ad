package dev.storywire.serve;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.Entity;
import dev.storywire.schemas.Reasons;
import dev.storywire.schemas.Story;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates stories and verdicts for tests of the HTTP server. */
final class Stories {
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private Stories() {}

  /** Returns an open story with one article, {@code minutes} after noon. */
  static Story open(String id, String headline, int minutes) {
    return story(id, 2, Story.Status.OPEN, null, headline, minutes);
  }

  static Story merged(String id, String into) {
    return story(id, 3, Story.Status.MERGED, into, "Words of a story that is no more", 0);
  }

  static Story closed(String id, String headline, int minutes) {
    return story(id, 3, Story.Status.CLOSED, null, headline, minutes);
  }

  static Story story(
      String id,
      long seq,
      Story.Status status,
      @Nullable String into,
      String headline,
      int minutes) {
    Instant at = NOON.plusSeconds(60L * minutes);
    return new Story(
        id,
        seq,
        "en",
        status,
        into,
        headline,
        List.of(new Story.SummarySentence(headline + ", the mayor said on Monday.", "urn:" + id)),
        at,
        at,
        1,
        0,
        1,
        List.of(
            new Story.Member(
                "urn:" + id,
                1,
                ArticleVerdict.Relation.ORIGINAL,
                null,
                "Harbour Wire",
                headline,
                null,
                at,
                List.of())),
        List.of(new Entity("tove-lind", "Tove Lind", Entity.Type.PER, 3)),
        List.of("harbour"),
        null);
  }

  /** Returns a story whose only article was killed, with as much text as possible. */
  static Story emptied(String id, long seq) {
    Story story = story(id, seq, Story.Status.CLOSED, null, "Unspeakable", 0);
    return new Story(
        id,
        seq,
        story.lane(),
        story.status(),
        null,
        story.headline(),
        story.summary(),
        story.firstSeen(),
        story.lastUpdated(),
        0,
        0,
        0,
        List.of(),
        story.entities(),
        story.terms(),
        null);
  }

  /** Returns the verdict on a usable article. */
  static ArticleVerdict usable(String uri, String storyId, String headline) {
    return new ArticleVerdict(
        uri,
        1,
        ArticleVerdict.Status.USABLE,
        "en",
        storyId,
        ArticleVerdict.Relation.ORIGINAL,
        null,
        null,
        1,
        0,
        NOON,
        "Harbour Wire",
        headline,
        null,
        NOON,
        "en",
        List.of(new Entity("tove-lind", "Tove Lind", Entity.Type.PER, 2)),
        List.of(),
        new Reasons(
            "Reports the same event as the recent articles of the story.",
            0.42,
            0.18,
            List.of("harbour", "bridge"),
            List.of("tove-lind"),
            1.5,
            new Reasons.RunnerUp("other", 0.11)));
  }

  /** Returns the verdict on a killed article, with as much text as possible. */
  static ArticleVerdict killed(String uri, String headline) {
    return new ArticleVerdict(
        uri,
        2,
        ArticleVerdict.Status.CANCELED,
        "en",
        "s1",
        ArticleVerdict.Relation.ORIGINAL,
        null,
        null,
        1,
        0,
        NOON,
        "Harbour Wire",
        headline,
        "https://example.com/" + headline,
        NOON,
        "en",
        List.of(new Entity("x", headline, Entity.Type.PER, 1)),
        List.of(),
        new Reasons("Its desk killed it.", 0.4, 0.1, List.of(headline), List.of(), null, null));
  }
}
