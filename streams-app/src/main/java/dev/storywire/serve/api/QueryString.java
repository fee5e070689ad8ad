package dev.storywire.serve.api;

import dev.storywire.schemas.Story;
import dev.storywire.serve.http.Problem;
import dev.storywire.serve.query.Cursor;
import dev.storywire.serve.query.StoryQuery;
import io.javalin.http.Context;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses the query part of a URL as a {@link StoryQuery}. */
final class QueryString {
  private static final Set<String> KNOWN =
      Set.of("status", "lane", "entity", "q", "limit", "cursor");

  private QueryString() {}

  /**
   * Parses the query of a request.
   *
   * @throws Problem for a parameter that is unknown or out of bounds
   */
  static StoryQuery read(Context ctx) {
    for (String name : ctx.queryParamMap().keySet()) {
      if (!KNOWN.contains(name)) {
        throw Problem.badRequest(
            "Unknown parameter '%s'; valid are status, lane, entity, q, limit and cursor."
                .formatted(cut(name)));
      }
    }
    return new StoryQuery(
        status(ctx.queryParam("status")),
        text("lane", ctx.queryParam("lane")),
        text("entity", ctx.queryParam("entity")),
        text("q", ctx.queryParam("q")),
        limit(ctx.queryParam("limit")),
        cursor(ctx.queryParam("cursor")));
  }

  private static @Nullable Cursor cursor(@Nullable String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return null;
    }
    try {
      return Cursor.decode(cursor);
    } catch (IllegalArgumentException e) {
      throw Problem.badRequest(String.valueOf(e.getMessage()));
    }
  }

  /** Returns true if only this instance is to answer. */
  static boolean local(Context ctx) {
    return "true".equals(ctx.queryParam("local"));
  }

  /** Parses a number between 1 and {@link StoryQuery#MAX_LIMIT}. */
  static int limit(@Nullable String limit) {
    if (limit == null || limit.isEmpty()) {
      return StoryQuery.DEFAULT_LIMIT;
    }
    try {
      int number = Integer.parseInt(limit);
      if (number >= 1 && number <= StoryQuery.MAX_LIMIT) {
        return number;
      }
    } catch (NumberFormatException e) {
      // refused below, like a number out of bounds
    }
    throw Problem.badRequest(
        "limit is '%s'; it must be a number from 1 to %d."
            .formatted(cut(limit), StoryQuery.MAX_LIMIT));
  }

  private static Story.@Nullable Status status(@Nullable String status) {
    if (status == null || status.isEmpty()) {
      return null;
    }
    return switch (status) {
      case "open" -> Story.Status.OPEN;
      case "closed" -> Story.Status.CLOSED;
      case "merged" -> Story.Status.MERGED;
      default ->
          throw Problem.badRequest(
              "status is '%s'; it must be open, closed or merged.".formatted(cut(status)));
    };
  }

  private static @Nullable String text(String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return null;
    }
    if (value.length() > StoryQuery.MAX_TEXT) {
      throw Problem.badRequest(
          "%s has %d characters; at most %d are allowed."
              .formatted(name, value.length(), StoryQuery.MAX_TEXT));
    }
    return value;
  }

  private static String cut(String value) {
    return value.length() <= 40 ? value : value.substring(0, 40) + "…";
  }
}
