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
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Refuses requests without the {@link ReadToken}. Open to all are the page without its data, which
 * asks for the token; health checks; and the endpoints that have their own token.
 */
public final class ReadAccessFilter implements Filter {
  private static final Set<String> OPEN =
      Set.of("/", "/dead-letters", "/api/session", "/api/items", "/api/edits");
  private static final List<String> OPEN_BELOW =
      List.of("/page/", "/stories/", "/entities/", "/health/");

  private static final Pattern INDIRECT =
      Pattern.compile("\\.\\.|/\\.(/|$)|//|;|\\\\|%2[ef]|%5c|%3b", Pattern.CASE_INSENSITIVE);

  private final ReadToken token;

  public ReadAccessFilter(ReadToken token) {
    this.token = token;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain next)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    if (isOpen(asked.getRequestURI()) || token.allows(asked)) {
      next.doFilter(request, response);
    } else {
      new Problem(
              HttpStatus.UNAUTHORIZED,
              "Reading needs a token: send it as 'Authorization: Bearer TOKEN'.")
          .respond((HttpServletResponse) response);
    }
  }

  /** Returns true for a path that is open to all, and cannot be resolved to another one. */
  private static boolean isOpen(String path) {
    return !INDIRECT.matcher(path).find()
        && (OPEN.contains(path) || OPEN_BELOW.stream().anyMatch(path::startsWith));
  }
}
