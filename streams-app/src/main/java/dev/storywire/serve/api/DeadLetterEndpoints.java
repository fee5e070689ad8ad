package dev.storywire.serve.api;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.serve.http.Identifiers;
import dev.storywire.serve.http.Problem;
import dev.storywire.serve.peers.ClusterQueries;
import dev.storywire.serve.topics.DeadLetter;
import dev.storywire.serve.topics.DeadLetterLog;
import dev.storywire.serve.topics.LogPosition;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/dead-letters}: the refused records, newest first, and the bytes of one. */
public final class DeadLetterEndpoints {
  private final ClusterQueries queries;
  private final DeadLetterLog log;

  /** Creates the endpoints. Every instance answers them, since each can read the topic. */
  public DeadLetterEndpoints(ClusterQueries queries, DeadLetterLog log) {
    this.queries = queries;
    this.log = log;
  }

  /** Registers the endpoints. */
  public void addTo(RoutesConfig routes) {
    routes.get("/api/dead-letters", this::list);
    routes.get("/api/dead-letters/{id}", this::letter);
  }

  private void list(Context ctx) {
    QueryString.allow(ctx, List.of("code", "stage", "limit", "cursor"));
    String cursor = QueryString.text(ctx, "cursor");
    try {
      DeadLetterLog.Page page =
          log.page(
              new DeadLetterLog.Query(
                  QueryString.text(ctx, "code"),
                  QueryString.text(ctx, "stage"),
                  QueryString.limit(ctx.queryParam("limit")),
                  cursor == null ? null : LogPosition.decode(cursor)));
      LogPosition next = page.next();
      ctx.json(new Listed(page.letters(), next == null ? null : next.encode()));
    } catch (IllegalArgumentException e) {
      throw Problem.badRequest(
          "The cursor is not a position of this log: %s.".formatted(e.getMessage()));
    }
  }

  private void letter(Context ctx) {
    QueryString.allow(ctx, List.of());
    String id = ctx.pathParam("id");
    DeadLetterLog.Refused refused =
        log.find(id)
            .orElseThrow(
                () ->
                    Problem.notFound(
                        "There is no dead letter '%s'.".formatted(Identifiers.cut(id))));
    RefusedBytes bytes = RefusedBytes.of(refused.value());
    boolean hidden = bytes.uris(refused.letter().key()).stream().anyMatch(this::isWithdrawn);
    ctx.json(
        hidden
            ? new Shown(refused.letter(), null, false, true)
            : new Shown(refused.letter(), bytes.text(), bytes.isCut(), false));
  }

  /** Returns true if the words of an article must not be shown. */
  private boolean isWithdrawn(String uri) {
    return queries
        .article(uri)
        .filter(verdict -> verdict.status() != ArticleVerdict.Status.USABLE)
        .isPresent();
  }

  /** A page of dead letters. */
  record Listed(List<DeadLetter> deadLetters, @Nullable String next) {}

  /**
   * A dead letter and its value.
   *
   * @param text absent if the article was killed or held
   * @param cut true if the value is longer
   */
  record Shown(DeadLetter deadLetter, @Nullable String text, boolean cut, boolean withdrawn) {}
}
