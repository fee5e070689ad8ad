package dev.storywire.serve.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses paths with an invalid percent-encoded byte (RFC 3986, 2.1). The container does not check
 * the parameters of a path segment, such as {@code ;a%}.
 */
public final class PercentEncoding implements Filter {
  private static final Pattern INVALID = Pattern.compile("%(?![0-9A-Fa-f]{2}).{0,2}");

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain next)
      throws IOException, ServletException {
    Problem problem = problem(((HttpServletRequest) request).getRequestURI());
    if (problem == null) {
      next.doFilter(request, response);
    } else {
      problem.respond((HttpServletResponse) response);
    }
  }

  /** Returns the problem with a path or query; null if all its bytes are valid. */
  public static @Nullable Problem problem(@Nullable String encoded) {
    Matcher invalid = INVALID.matcher(encoded == null ? "" : encoded);
    return invalid.find()
        ? Problem.badRequest(
            "'%s' is not a percent-encoded byte; a percent sign is encoded as %%25."
                .formatted(invalid.group()))
        : null;
  }
}
