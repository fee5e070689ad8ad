package dev.storywire.serve.http;

import io.javalin.http.HttpStatus;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks the host of each request and sets security headers.
 *
 * <p>Refuses requests whose {@code Host} is not a configured name. This prevents DNS rebinding, in
 * which a web site resolves its own name to a visitor's loopback address. IP addresses and
 * localhost are always allowed.
 *
 * <p>The Content-Security-Policy allows only scripts and connections of this service, and no
 * framing. CORS headers are never sent.
 */
public final class SecurityFilter implements Filter {
  private static final Pattern IP_V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self';"
              + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
              + " frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=()");

  private final Set<String> names = new HashSet<>();

  public SecurityFilter(Set<String> hostNames) {
    names.add("localhost");
    hostNames.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain next)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    HEADERS.forEach(answer::setHeader);
    if (asked.getRequestURI().startsWith("/api/")) {
      // a cache must not keep text that may be killed
      answer.setHeader("Cache-Control", "no-store");
    }
    String name = name(asked.getHeader("Host"));
    if (isAllowedHost(name)) {
      next.doFilter(request, response);
    } else {
      new Problem(
              HttpStatus.MISDIRECTED_REQUEST,
              "Unknown host name '%s'; add it to the setting http.names."
                  .formatted(Identifiers.cut(name)))
          .respond(answer);
    }
  }

  private boolean isAllowedHost(String name) {
    return IP_V4.matcher(name).matches() || name.startsWith("[") || names.contains(name);
  }

  private static String name(@Nullable String host) {
    return host == null ? "" : PORT.matcher(host).replaceFirst("").toLowerCase(Locale.ROOT);
  }
}
