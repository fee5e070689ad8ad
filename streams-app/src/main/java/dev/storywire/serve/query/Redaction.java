package dev.storywire.serve.query;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.Reasons;
import dev.storywire.schemas.Story;
import java.util.List;

/**
 * What may be shown of a record: the last gate before any endpoint.
 *
 * <p>A killed or held article's words must be found nowhere. The flow sees to that for live
 * snapshots; here it is made sure for records that outlive the kill: verdicts that only say an
 * article is out, and stories that have no articles any more.
 */
public final class Redaction {
  private Redaction() {}

  /** A story without the words of articles it no longer has. */
  public static Story of(Story story) {
    if (story.status() != Story.Status.MERGED && story.articleCount() > 0) {
      return story;
    }
    return new Story(
        story.storyId(),
        story.seq(),
        story.lane(),
        story.status(),
        story.mergedInto(),
        "",
        List.of(),
        story.firstSeen(),
        story.lastUpdated(),
        story.articleCount(),
        story.copyCount(),
        story.sourceCount(),
        List.of(),
        List.of(),
        List.of());
  }

  /** A verdict; of an article that is in no story, only that it is so and why. */
  public static ArticleVerdict of(ArticleVerdict verdict) {
    if (verdict.status() == ArticleVerdict.Status.USABLE) {
      return verdict;
    }
    Reasons reasons = verdict.reasons();
    return new ArticleVerdict(
        verdict.uri(),
        verdict.version(),
        verdict.status(),
        verdict.lane(),
        null,
        null,
        null,
        null,
        verdict.decision(),
        verdict.resends(),
        verdict.decidedAt(),
        verdict.source(),
        null,
        null,
        verdict.publishedAt(),
        verdict.language(),
        List.of(),
        verdict.notices(),
        reasons == null ? null : Reasons.of(reasons.because()));
  }
}
