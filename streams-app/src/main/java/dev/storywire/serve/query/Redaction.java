package dev.storywire.serve.query;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.ArticleVerdictBuilder;
import dev.storywire.schemas.Reasons;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryBuilder;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Removes content that must not be shown. All endpoints apply it.
 *
 * <p>The words of a killed or held article must not appear anywhere. The topology ensures this for
 * current snapshots. This class ensures it for records that outlive the kill: verdicts on articles
 * that are in no story, and stories without articles. It also removes links whose scheme is not
 * http or https.
 */
public final class Redaction {
  private static final Pattern WEB = Pattern.compile("https?://", Pattern.CASE_INSENSITIVE);

  private Redaction() {}

  /** Returns a story without words of articles that have left it. */
  public static Story of(Story story) {
    if (story.status() != Story.Status.MERGED && story.articleCount() > 0) {
      return withSafeLinks(story);
    }
    return StoryBuilder.builder(story)
        .headline("")
        .summary(List.of())
        .articles(List.of())
        .entities(List.of())
        .terms(List.of())
        .relatedStories(null)
        .build();
  }

  /** Returns a verdict. If the article is in no story, only its status and the reasons are kept. */
  public static ArticleVerdict of(ArticleVerdict verdict) {
    boolean usable = verdict.status() == ArticleVerdict.Status.USABLE;
    if (usable && isSafe(verdict.url())) {
      return verdict;
    }
    if (usable) {
      return ArticleVerdictBuilder.builder(verdict).url(null).build();
    }
    Reasons reasons = verdict.reasons();
    return ArticleVerdictBuilder.builder()
        .uri(verdict.uri())
        .version(verdict.version())
        .status(verdict.status())
        .lane(verdict.lane())
        .decision(verdict.decision())
        .resends(verdict.resends())
        .decidedAt(verdict.decidedAt())
        .source(verdict.source())
        .publishedAt(verdict.publishedAt())
        .language(verdict.language())
        .notices(verdict.notices())
        .reasons(reasons == null ? null : Reasons.of(reasons.because()))
        .build();
  }

  private static Story withSafeLinks(Story story) {
    if (story.articles().stream().allMatch(article -> isSafe(article.url()))) {
      return story;
    }
    return StoryBuilder.builder(story)
        .articles(story.articles().stream().map(Redaction::withSafeLink).toList())
        .build();
  }

  private static Story.Member withSafeLink(Story.Member article) {
    return isSafe(article.url())
        ? article
        : new Story.Member(
            article.uri(),
            article.version(),
            article.relation(),
            article.copyOf(),
            article.source(),
            article.headline(),
            null,
            article.publishedAt(),
            article.notices());
  }

  /** Returns false for a URL that a browser would execute or decode instead of fetching it. */
  private static boolean isSafe(@Nullable String url) {
    return url == null || WEB.matcher(url).lookingAt();
  }
}
