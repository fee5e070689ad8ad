package dev.storywire.serve.api;

import dev.storywire.schemas.Entity;
import dev.storywire.schemas.Story;
import dev.storywire.serve.http.PercentEncoding;
import dev.storywire.serve.http.Problem;
import dev.storywire.serve.query.Cursor;
import dev.storywire.serve.query.EntityCursor;
import dev.storywire.serve.query.EntityQuery;
import dev.storywire.serve.query.StoryFilter;
import dev.storywire.serve.query.StoryFilterBuilder;
import dev.storywire.serve.query.StoryQuery;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parses the query part of a URL. Refuses a parameter that is unknown or out of bounds. */
final class QueryString {
  private static final List<String> FILTER =
      List.of(
          "status",
          "lane",
          "entity",
          "source",
          "q",
          "minArticles",
          "minSources",
          "within",
          "since",
          "until");
  private static final Map<String, Story.Status> STATUSES =
      Map.of(
          "open", Story.Status.OPEN,
          "closed", Story.Status.CLOSED,
          "merged", Story.Status.MERGED);

  private QueryString() {}

  /** Parses a query for stories. */
  static StoryQuery stories(Context ctx) {
    allow(ctx, plus(FILTER, "limit", "cursor"));
    return new StoryQuery(listed(ctx), limit(ctx.queryParam("limit")), cursor(ctx, Cursor::decode));
  }

  /** Parses a filter for stories. Without {@code minArticles}, empty stories are left out. */
  static StoryFilter listed(Context ctx) {
    StoryFilter filter = filter(ctx);
    // merged stories have no articles
    int least = filter.status() == Story.Status.MERGED ? 0 : 1;
    return StoryFilterBuilder.builder(filter)
        .minArticles(number(ctx, "minArticles", least))
        .build();
  }

  /** Parses a filter for stories. */
  static StoryFilter filter(Context ctx) {
    String status = text(ctx, "status");
    if (status != null && !STATUSES.containsKey(status)) {
      throw Problem.badRequest(
          "status is '%s'; it must be open, closed or merged.".formatted(cut(status)));
    }
    return StoryFilterBuilder.builder()
        .status(status == null ? null : STATUSES.get(status))
        .lane(text(ctx, "lane"))
        .entity(text(ctx, "entity"))
        .source(text(ctx, "source"))
        .text(text(ctx, "q"))
        .minArticles(number(ctx, "minArticles", 0))
        .minSources(number(ctx, "minSources", 0))
        .within(TimeParameter.duration("within", text(ctx, "within")))
        .since(TimeParameter.from("since", text(ctx, "since")))
        .until(TimeParameter.to("until", text(ctx, "until")))
        .build();
  }

  /** Parses a query for the first stories of a list. */
  static StoryQuery firstStories(Context ctx) {
    allow(ctx, plus(FILTER, "limit"));
    return new StoryQuery(filter(ctx), limit(ctx.queryParam("limit")), null);
  }

  /**
   * Returns the filter for stories as the query part of a URL, with its question mark; empty if
   * nothing is set. Equal filters have equal texts.
   */
  static String filterText(Context ctx) {
    String text =
        FILTER.stream()
            .filter(name -> text(ctx, name) != null)
            .map(name -> name + "=" + encode(ctx.queryParam(name)))
            .collect(Collectors.joining("&"));
    return text.isEmpty() ? "" : "?" + text;
  }

  /** Returns the filter for stories for people, such as {@code lane en, q bridge}. */
  static String filterTitle(Context ctx) {
    return FILTER.stream()
        .filter(name -> text(ctx, name) != null)
        .map(name -> name + " " + text(ctx, name))
        .collect(Collectors.joining(", "));
  }

  /** Parses a query for the volume of a list. */
  static StoryFilter volume(Context ctx) {
    allow(ctx, FILTER);
    return listed(ctx);
  }

  /** Parses a query for entities. */
  static EntityQuery entities(Context ctx) {
    allow(ctx, List.of("q", "type", "limit", "cursor"));
    return new EntityQuery(
        text(ctx, "q"),
        type(text(ctx, "type")),
        limit(ctx.queryParam("limit")),
        cursor(ctx, EntityCursor::decode));
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

  /** Truncates a value for an error message. */
  static String cut(String value) {
    return value.length() <= 40 ? value : value.substring(0, 40) + "…";
  }

  /** Refuses parameters other than these, and text that cannot be decoded. */
  static void allow(Context ctx, List<String> names) {
    Problem invalid = PercentEncoding.problem(ctx.queryString());
    if (invalid != null) {
      throw invalid;
    }
    for (String name : ctx.queryParamMap().keySet()) {
      if (!names.contains(name)) {
        throw Problem.badRequest(
            "Unknown parameter '%s'; %s."
                .formatted(
                    cut(name),
                    names.isEmpty()
                        ? "no parameters are valid here"
                        : "valid are " + String.join(", ", names)));
      }
    }
  }

  /** Encodes a value for any part of a URL. */
  static String encode(@Nullable String value) {
    return value == null
        ? ""
        : URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static List<String> plus(List<String> names, String... more) {
    List<String> all = new ArrayList<>(names);
    all.addAll(Arrays.asList(more));
    return all;
  }

  private static <T> @Nullable T cursor(Context ctx, Function<String, T> decode) {
    String cursor = ctx.queryParam("cursor");
    if (cursor == null || cursor.isEmpty()) {
      return null;
    }
    try {
      return decode.apply(cursor);
    } catch (IllegalArgumentException e) {
      throw Problem.badRequest(String.valueOf(e.getMessage()));
    }
  }

  private static Entity.@Nullable Type type(@Nullable String type) {
    if (type == null) {
      return null;
    }
    try {
      return Entity.Type.valueOf(type.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Problem.badRequest(
          "type is '%s'; it must be PER, ORG, LOC or MISC.".formatted(cut(type)));
    }
  }

  private static int number(Context ctx, String name, int ifAbsent) {
    String value = text(ctx, name);
    if (value == null) {
      return ifAbsent;
    }
    if (!value.matches("\\d{1,6}")) {
      throw Problem.badRequest(
          "%s is '%s'; it must be a number from 0 to 999999.".formatted(name, cut(value)));
    }
    return Integer.parseInt(value);
  }

  /** Returns a text; null if it is absent or blank. */
  static @Nullable String text(Context ctx, String name) {
    String value = ctx.queryParam(name);
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
}
