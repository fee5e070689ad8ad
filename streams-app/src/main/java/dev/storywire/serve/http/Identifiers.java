package dev.storywire.serve.http;

import io.javalin.http.Context;

/** Ids and uris as they stand in a request's path. */
public final class Identifiers {
  /** Longest uri that an article can have. */
  public static final int MAX_URI = 2_000;

  private static final int SHOWN = 120;

  private Identifiers() {}

  /**
   * The article's uri, percent-encoded as one path segment.
   *
   * @throws Problem if it is too long to be one
   */
  public static String uri(Context ctx) {
    String uri = ctx.pathParam("uri");
    if (uri.length() > MAX_URI) {
      throw Problem.badRequest(
          "The uri has %d characters; an article's has at most %d."
              .formatted(uri.length(), MAX_URI));
    }
    return uri;
  }

  /** As much of an id as an error message repeats. */
  public static String cut(String id) {
    return id.length() <= SHOWN ? id : id.substring(0, SHOWN) + "…";
  }
}
