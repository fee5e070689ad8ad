package dev.storywire.serve.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.storywire.schemas.Json;
import dev.storywire.serve.http.HttpSettings;
import dev.storywire.serve.http.Problem;
import dev.storywire.serve.query.ItemIntake;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code POST /api/items}: pushed ninjs items, one or an array of them; off unless a token is set.
 * Answers 202 if any was taken, 422 if none was, with one answer per item.
 */
public final class ItemEndpoint {
  private static final String SCHEME = "Bearer ";

  private final HttpSettings settings;
  private final ItemIntake intake;

  public ItemEndpoint(HttpSettings settings, ItemIntake intake) {
    this.settings = settings;
    this.intake = intake;
  }

  public void addTo(RoutesConfig routes) {
    routes.post("/api/items", this::take);
  }

  private void take(Context ctx) {
    authorize(ctx);
    List<ItemIntake.Answer> answers = intake.take(items(body(ctx)));
    boolean any =
        answers.stream().anyMatch(answer -> answer.outcome() == ItemIntake.Outcome.accepted);
    ctx.status(any ? HttpStatus.ACCEPTED : HttpStatus.UNPROCESSABLE_CONTENT)
        .json(new Taken(answers));
  }

  private void authorize(Context ctx) {
    Optional<String> token = settings.itemToken();
    if (token.isEmpty()) {
      throw Problem.notFound("This service takes no pushed items; it was started without a token.");
    }
    String given = ctx.header("Authorization");
    // compared in constant time, so that a guess learns nothing from how long it took
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

  private byte[] body(Context ctx) {
    byte[] body;
    try {
      body = ctx.bodyInputStream().readNBytes(settings.maxItemsBytes() + 1);
    } catch (IOException e) {
      throw Problem.badRequest("The body ended before it was complete.");
    }
    if (body.length > settings.maxItemsBytes()) {
      throw new Problem(
          HttpStatus.CONTENT_TOO_LARGE,
          "The body is larger than %d bytes; send fewer items at a time."
              .formatted(settings.maxItemsBytes()));
    }
    return body;
  }

  private List<JsonNode> items(byte[] body) {
    JsonNode root;
    try {
      root = Json.mapper().readTree(body);
    } catch (JsonProcessingException e) {
      throw Problem.badRequest("The body is not JSON: %s".formatted(where(e)));
    } catch (IOException e) {
      throw Problem.badRequest("The body cannot be read as UTF-8 JSON.");
    }
    if (root.isObject()) {
      return List.of(root);
    }
    if (!root.isArray() || root.isEmpty()) {
      throw Problem.badRequest("The body must be a ninjs item or a non-empty array of them.");
    }
    if (root.size() > settings.maxItems()) {
      throw new Problem(
          HttpStatus.CONTENT_TOO_LARGE,
          "The body has %d items; at most %d are taken at a time."
              .formatted(root.size(), settings.maxItems()));
    }
    List<JsonNode> items = new ArrayList<>(root.size());
    root.forEach(items::add);
    return items;
  }

  private static String where(JsonProcessingException e) {
    return e.getLocation() == null
        ? "it does not parse."
        : "it does not parse at line %d, column %d."
            .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }

  /** One answer per item, in their order. */
  record Taken(List<ItemIntake.Answer> items) {}
}
