package dev.storywire.serve.api;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.serve.query.Redaction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The original of a copy.
 *
 * @param headline absent if it is not usable
 * @param version its latest version
 * @param changedSince true if it got this version after the copy was compared with it
 */
public record Original(
    String uri,
    @Nullable String headline,
    @Nullable String source,
    int version,
    boolean changedSince) {

  /**
   * Describes an original.
   *
   * @param events the latest events of the story, oldest first
   */
  static Original of(ArticleVerdict copy, ArticleVerdict original, List<StoryEvent> events) {
    ArticleVerdict shown = Redaction.of(original);
    return new Original(
        shown.uri(),
        shown.headline(),
        shown.source(),
        shown.version(),
        isChanged(copy, shown.uri(), events));
  }

  private static boolean isChanged(ArticleVerdict copy, String original, List<StoryEvent> events) {
    int compared = 0;
    int later = 0;
    for (StoryEvent event : events) {
      if (isVersion(event, copy.uri()) && version(event) == copy.version() && later == 0) {
        later = compared;
      } else if (isVersion(event, original)) {
        later = later == 0 ? 0 : Math.max(later, version(event));
        compared = later == 0 ? version(event) : compared;
      }
    }
    return later > compared;
  }

  private static boolean isVersion(StoryEvent event, String uri) {
    return (event instanceof StoryEvent.ArticleJoined joined && joined.uri().equals(uri))
        || (event instanceof StoryEvent.ArticleRevised revised && revised.uri().equals(uri));
  }

  private static int version(StoryEvent event) {
    return event instanceof StoryEvent.ArticleJoined joined
        ? joined.version()
        : ((StoryEvent.ArticleRevised) event).version();
  }

  /** Returns its headline and source, or its uri if it has none. */
  String name() {
    return headline == null
        ? uri
        : "“%s”%s (%s)".formatted(headline, source == null ? "" : " by " + source, uri);
  }
}
