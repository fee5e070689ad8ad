package dev.storywire.serve.api;

import dev.storywire.serve.http.BearerToken;
import dev.storywire.serve.http.ReadToken;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/**
 * {@code /api/session}: sets and removes the cookie with which the page reads, if reading needs a
 * token.
 */
public final class SessionEndpoint {
  private static final String COOKIE = "Set-Cookie";

  private final ReadToken token;

  public SessionEndpoint(ReadToken token) {
    this.token = token;
  }

  /** Registers the endpoint. */
  public void addTo(RoutesConfig routes) {
    routes.post("/api/session", this::open);
    routes.delete(
        "/api/session",
        ctx -> ctx.header(COOKIE, ReadToken.noCookie()).status(HttpStatus.NO_CONTENT));
  }

  private void open(Context ctx) {
    BearerToken.check(ctx, token.value(), "Reading needs no token.");
    boolean secure = "https".equals(ctx.header("X-Forwarded-Proto"));
    ctx.header(COOKIE, token.newCookie(secure)).status(HttpStatus.NO_CONTENT);
  }
}
