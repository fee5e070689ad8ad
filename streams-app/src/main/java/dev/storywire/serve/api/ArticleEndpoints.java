package dev.storywire.serve.api;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.Reasons;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.serve.http.Identifiers;
import dev.storywire.serve.http.Problem;
import dev.storywire.serve.peers.ClusterQueries;
import dev.storywire.serve.query.Redaction;
import dev.storywire.serve.query.StoryListItem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/articles} and {@code /api/explain}: the verdict on an article and its explanation.
 */
public final class ArticleEndpoints {
  private final ClusterQueries queries;

  public ArticleEndpoints(ClusterQueries queries) {
    this.queries = queries;
  }

  public void addTo(RoutesConfig routes) {
    routes.get("/api/articles/<uri>", this::article);
    routes.get("/api/explain/<uri>", this::explain);
  }

  private void article(Context ctx) {
    String uri = Identifiers.uri(ctx);
    Optional<ArticleVerdict> verdict =
        QueryString.local(ctx) ? queries.here().article(uri) : queries.article(uri);
    ctx.json(Redaction.of(verdict.orElseThrow(() -> unknown(uri))));
  }

  private void explain(Context ctx) {
    String uri = Identifiers.uri(ctx);
    ArticleVerdict verdict = queries.article(uri).orElseThrow(() -> unknown(uri));
    Reasons reasons = verdict.reasons();
    Reasons.RunnerUp next = reasons == null ? null : reasons.runnerUp();
    String storyId = verdict.storyId();
    List<StoryEvent> events =
        storyId == null ? List.of() : queries.events(storyId, StoryEvent.MAX_QUERIED);
    String copyOf = verdict.copyOf();
    Optional<ArticleVerdict> original = copyOf == null ? Optional.empty() : queries.article(copyOf);
    Explanation explanation =
        Explanation.of(
            verdict,
            line(storyId),
            original.map(copied -> Original.of(verdict, copied, events)).orElse(null),
            line(next == null ? null : next.storyId()),
            edits(verdict, events));
    String accept = ctx.header("Accept");
    if (accept != null && accept.startsWith("text/plain")) {
      ctx.result(explanation.text()).contentType("text/plain; charset=utf-8");
    } else {
      ctx.json(explanation);
    }
  }

  private @Nullable StoryListItem line(@Nullable String storyId) {
    return storyId == null ? null : queries.story(storyId).map(StoryListItem::of).orElse(null);
  }

  /** Returns the edits that changed an article without moving it. */
  private static List<StoryEvent.Edited> edits(ArticleVerdict verdict, List<StoryEvent> events) {
    return events.stream()
        .filter(StoryEvent.ArticleRevised.class::isInstance)
        .filter(event -> ((StoryEvent.ArticleRevised) event).uri().equals(verdict.uri()))
        .map(StoryEvent::edit)
        .filter(Objects::nonNull)
        .toList();
  }

  private static Problem unknown(String uri) {
    return Problem.notFound("There is no article '%s'.".formatted(Identifiers.cut(uri)));
  }
}
