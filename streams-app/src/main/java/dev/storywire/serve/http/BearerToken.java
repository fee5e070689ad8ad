package dev.storywire.serve.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks the bearer token of a request (RFC 6750). */
public final class BearerToken {
  private static final String SCHEME = "Bearer ";

  private BearerToken() {}

  /**
   * Checks that a request has the token of the service.
   *
   * @param off sentence for the 404 if the service has no token, and the endpoint is off
   * @throws Problem if it does not
   */
  public static void check(Context ctx, Optional<String> token, String off) {
    String right = token.orElseThrow(() -> Problem.notFound(off));
    if (!matches(ctx.header("Authorization"), right)) {
      throw new Problem(
          HttpStatus.UNAUTHORIZED,
          "Send the token of this endpoint as 'Authorization: Bearer TOKEN'.");
    }
  }

  /** Returns true if an Authorization header has a token. */
  static boolean matches(@Nullable String given, String right) {
    // compared in constant time, to prevent timing attacks
    return given != null
        && given.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && MessageDigest.isEqual(
            given.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8),
            right.getBytes(StandardCharsets.UTF_8));
  }
}
