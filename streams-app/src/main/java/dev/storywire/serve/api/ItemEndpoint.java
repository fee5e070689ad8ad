package dev.storywire.serve.api;

import dev.storywire.serve.http.HttpSettings;
import dev.storywire.serve.http.Problem;
import dev.storywire.serve.query.ItemIntake;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/**
 * {@code POST /api/items}: pushed ninjs items; off unless a token is set. Responds with 202 if any
 * item was accepted and with 422 if none was, and with one result per item.
 */
public final class ItemEndpoint {
  private static final String SCHEME = "Bearer ";

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
    authorize(ctx);
    List<ItemIntake.Answer> answers = intake.take(body.read(ctx));
    boolean any =
        answers.stream().anyMatch(answer -> answer.outcome() == ItemIntake.Outcome.ACCEPTED);
    ctx.status(any ? HttpStatus.ACCEPTED : HttpStatus.UNPROCESSABLE_CONTENT)
        .json(new Taken(answers));
  }

  private void authorize(Context ctx) {
    Optional<String> token = settings.itemToken();
    if (token.isEmpty()) {
      throw Problem.notFound(
          "This service does not accept pushed items; it was started without a token.");
    }
    String given = ctx.header("Authorization");
    // compared in constant time, to prevent timing attacks
    boolean right =
        given != null
            && given.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
            && MessageDigest.isEqual(
                given.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8),
                token.get().getBytes(StandardCharsets.UTF_8));
    if (!right) {
      throw new Problem(
          HttpStatus.UNAUTHORIZED, "Send the service's token as 'Authorization: Bearer TOKEN'.");
    }
  }

  /** The results, one per item, in the order of the items. */
  record Taken(List<ItemIntake.Answer> items) {}
}
