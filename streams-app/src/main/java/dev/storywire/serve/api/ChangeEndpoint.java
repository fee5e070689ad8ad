package dev.storywire.serve.api;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.serve.diff.Changes;
import dev.storywire.serve.http.Identifiers;
import dev.storywire.serve.http.Problem;
import dev.storywire.serve.peers.ClusterQueries;
import dev.storywire.serve.topics.ArticleVersions;
import dev.storywire.serve.topics.ArticleVersions.VersionText;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** {@code /api/changes}: the words that a new version of an article has changed. */
public final class ChangeEndpoint {
  private final ClusterQueries queries;
  private final ArticleVersions texts;

  /** Creates the endpoint. */
  public ChangeEndpoint(ClusterQueries queries, ArticleVersions texts) {
    this.queries = queries;
    this.texts = texts;
  }

  /** Registers the endpoint. */
  public void addTo(RoutesConfig routes) {
    routes.get("/api/changes/<uri>", this::changes);
  }

  private void changes(Context ctx) {
    String uri = Identifiers.uri(ctx);
    QueryString.allow(ctx, List.of());
    ArticleVerdict verdict =
        queries
            .article(uri)
            .filter(found -> found.status() == ArticleVerdict.Status.USABLE)
            .orElseThrow(
                () ->
                    Problem.notFound(
                        "There is no usable article '%s'.".formatted(Identifiers.cut(uri))));
    NavigableMap<Integer, Instant> versions = versions(verdict);
    if (versions.size() < 2) {
      throw Problem.notFound(
          "The log of the story has no version before version %d of '%s'."
              .formatted(verdict.version(), Identifiers.cut(uri)));
    }
    List<VersionText> found =
        texts.find(uri, versions.values()).stream()
            .filter(text -> versions.containsKey(text.version()))
            .sorted(Comparator.comparing(VersionText::version).reversed())
            .toList();
    if (found.size() < 2 || found.get(0).version() != verdict.version()) {
      throw Problem.notFound(
          "The versions of '%s' were not found on the raw topic near their times."
              .formatted(Identifiers.cut(uri)));
    }
    ctx.json(Changes.between(uri, found.get(1), found.get(0)));
  }

  /**
   * Returns the versions of the article up to the present one, each with the time at which the
   * story received it. Versions before a withdrawal are left out, since their text must not be
   * shown.
   */
  private NavigableMap<Integer, Instant> versions(ArticleVerdict verdict) {
    String storyId = verdict.storyId();
    NavigableMap<Integer, Instant> versions = new TreeMap<>();
    if (storyId == null) {
      return versions;
    }
    for (StoryEvent event : queries.events(storyId, StoryEvent.MAX_QUERIED)) {
      if (event instanceof StoryEvent.ArticleJoined joined && joined.uri().equals(verdict.uri())) {
        versions.putIfAbsent(joined.version(), joined.at());
      } else if (event instanceof StoryEvent.ArticleRevised revised
          && revised.uri().equals(verdict.uri())) {
        versions.putIfAbsent(revised.version(), revised.at());
      } else if (event instanceof StoryEvent.ArticleWithdrawn withdrawn
          && withdrawn.uri().equals(verdict.uri())) {
        versions.clear();
      }
    }
    versions.tailMap(verdict.version(), false).clear();
    return versions;
  }
}
