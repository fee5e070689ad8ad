package dev.storywire.serve.api;

import dev.storywire.serve.http.BearerToken;
import dev.storywire.serve.http.HttpSettings;
import dev.storywire.serve.query.ItemIntake;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;

/**
 * {@code POST /api/items}: pushed ninjs items; off unless a token is set. Responds with 202 if any
 * item was accepted and with 422 if none was, and with one result per item.
 */
public final class ItemEndpoint {
  private final HttpSettings settings;
  private final ItemBody body;
  private final ItemIntake intake;

  public ItemEndpoint(HttpSettings settings, ItemIntake intake) {
    this.settings = settings;
    this.body = new ItemBody(settings);
    this.intake = intake;
  }

  public void addTo(RoutesConfig routes) {
    routes.post("/api/items", this::take);
  }

  private void take(Context ctx) {
    BearerToken.check(
        ctx,
        settings.tokens().items(),
        "This service does not accept pushed items; it was started without a token for them"
            + " (http.token).");
    List<ItemIntake.Result> results = intake.take(body.read(ctx));
    boolean any =
        results.stream().anyMatch(result -> result.outcome() == ItemIntake.Outcome.ACCEPTED);
    ctx.status(any ? HttpStatus.ACCEPTED : HttpStatus.UNPROCESSABLE_CONTENT)
        .json(new Results(results));
  }

  /** The results, one per item, in the order of the items. */
  record Results(List<ItemIntake.Result> items) {}
}
