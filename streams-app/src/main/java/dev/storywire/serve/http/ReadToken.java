package dev.storywire.serve.http;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The token for reading. A request has it as bearer token; as the password of basic authentication,
 * for feed readers; or in a cookie, for browsers, whose event streams cannot send headers.
 *
 * <p>The cookie has a value that is derived from the token, not the token. All instances with the
 * same token accept it. It becomes invalid when the token changes.
 */
public final class ReadToken {
  private static final String COOKIE = "storywire-read";
  private static final String BASIC = "Basic ";
  private static final String MAC = "HmacSHA256";

  private final Optional<String> token;
  private final String derived;

  /** Creates a token for reading. If it is absent, everyone may read. */
  public ReadToken(Optional<String> token) {
    this.token = token;
    this.derived = token.map(ReadToken::derive).orElse("");
  }

  /** Returns the token. */
  public Optional<String> value() {
    return token;
  }

  /** Returns true if a request may read. */
  boolean allows(HttpServletRequest request) {
    return token.isEmpty()
        || BearerToken.matches(request.getHeader("Authorization"), token.get())
        || same(password(request.getHeader("Authorization")), token.get())
        || same(cookie(request), derived);
  }

  /** Returns the value of a Set-Cookie header, for as long as the browser is open. */
  public String newCookie(boolean secure) {
    return "%s=%s; Path=/; HttpOnly; SameSite=Strict%s"
        .formatted(COOKIE, derived, secure ? "; Secure" : "");
  }

  /** Returns the value of a Set-Cookie header that removes the cookie. */
  public static String noCookie() {
    return COOKIE + "=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0";
  }

  private static @Nullable String cookie(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(COOKIE)) {
          return cookie.getValue();
        }
      }
    }
    return null;
  }

  private static @Nullable String password(@Nullable String authorization) {
    if (authorization == null
        || !authorization.toLowerCase(Locale.ROOT).startsWith(BASIC.toLowerCase(Locale.ROOT))) {
      return null;
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(authorization.substring(BASIC.length()).strip());
      String pair = new String(decoded, StandardCharsets.UTF_8);
      return pair.substring(pair.indexOf(':') + 1);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Compares in constant time, to prevent timing attacks. */
  private static boolean same(@Nullable String given, String right) {
    return given != null
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }

  private static String derive(String token) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), MAC));
      return HexFormat.of().formatHex(mac.doFinal(COOKIE.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java platform has " + MAC, e);
    }
  }
}
