package dev.storywire.serve;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.ArticleVerdictBuilder;
import dev.storywire.schemas.Entity;
import dev.storywire.schemas.Reasons;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates stories and verdicts for tests of the HTTP server. */
public final class StoryFixtures {
  public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private StoryFixtures() {}

  /** Returns an open story with one article, {@code minutes} after noon. */
  public static Story open(String id, String headline, int minutes) {
    return story(id, 2, Story.Status.OPEN, null, headline, minutes);
  }

  public static Story merged(String id, String into) {
    return story(id, 3, Story.Status.MERGED, into, "Words of a story that is no more", 0);
  }

  public static Story closed(String id, String headline, int minutes) {
    return story(id, 3, Story.Status.CLOSED, null, headline, minutes);
  }

  public static Story story(
      String id,
      long seq,
      Story.Status status,
      @Nullable String into,
      String headline,
      int minutes) {
    Instant at = NOON.plusSeconds(60L * minutes);
    return StoryBuilder.builder()
        .storyId(id)
        .seq(seq)
        .lane("en")
        .status(status)
        .mergedInto(into)
        .headline(headline)
        .summary(
            List.of(
                new Story.SummarySentence(headline + ", the mayor said on Monday.", "urn:" + id)))
        .firstSeen(at)
        .lastUpdated(at)
        .articleCount(1)
        .copyCount(0)
        .sourceCount(1)
        .articles(
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
                    List.of())))
        .entities(List.of(new Entity("tove-lind", "Tove Lind", Entity.Type.PER, 3)))
        .terms(List.of("harbour"))
        .build();
  }

  /** Returns a story whose only article was killed, with as much text as possible. */
  public static Story emptied(String id, long seq) {
    Story story = story(id, seq, Story.Status.CLOSED, null, "Unspeakable", 0);
    return StoryBuilder.builder(story).articleCount(0).sourceCount(0).articles(List.of()).build();
  }

  /** Returns the verdict on a usable article. */
  public static ArticleVerdict usable(String uri, String storyId, String headline) {
    return ArticleVerdictBuilder.builder()
        .uri(uri)
        .version(1)
        .status(ArticleVerdict.Status.USABLE)
        .lane("en")
        .storyId(storyId)
        .relation(ArticleVerdict.Relation.ORIGINAL)
        .decision(1)
        .resends(0)
        .decidedAt(NOON)
        .source("Harbour Wire")
        .headline(headline)
        .publishedAt(NOON)
        .language("en")
        .entities(List.of(new Entity("tove-lind", "Tove Lind", Entity.Type.PER, 2)))
        .reasons(
            new Reasons(
                "Reports the same event as the recent articles of the story.",
                0.42,
                0.18,
                List.of("harbour", "bridge"),
                List.of("tove-lind"),
                1.5,
                new Reasons.RunnerUp("other", 0.11)))
        .build();
  }

  /** Returns the verdict on a killed article, with as much text as possible. */
  public static ArticleVerdict killed(String uri, String headline) {
    return ArticleVerdictBuilder.builder()
        .uri(uri)
        .version(2)
        .status(ArticleVerdict.Status.CANCELED)
        .lane("en")
        .storyId("s1")
        .relation(ArticleVerdict.Relation.ORIGINAL)
        .decision(1)
        .resends(0)
        .decidedAt(NOON)
        .source("Harbour Wire")
        .headline(headline)
        .url("https://example.com/" + headline)
        .publishedAt(NOON)
        .language("en")
        .entities(List.of(new Entity("x", headline, Entity.Type.PER, 1)))
        .reasons(
            new Reasons("Its desk killed it.", 0.4, 0.1, List.of(headline), List.of(), null, null))
        .build();
  }
}
