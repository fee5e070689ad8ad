package dev.storywire.serve.http;

import io.javalin.http.Context;

/** Parses ids and uris in the path of a request. */
public final class Identifiers {
  /** Maximum length of a uri, in chars. */
  public static final int MAX_URI = 2_000;

  private static final int MAX_QUOTED = 120;

  private Identifiers() {}

  /**
   * Returns the uri of an article, which is one percent-encoded segment of the path.
   *
   * @throws Problem if it is too long
   */
  public static String uri(Context ctx) {
    String uri = ctx.pathParam("uri");
    if (uri.length() > MAX_URI) {
      throw Problem.badRequest(
          "The uri has %d characters; at most %d are allowed.".formatted(uri.length(), MAX_URI));
    }
    return uri;
  }

  /** Truncates an id for an error message. */
  public static String cut(String id) {
    return id.length() <= MAX_QUOTED ? id : id.substring(0, MAX_QUOTED) + "…";
  }
}
