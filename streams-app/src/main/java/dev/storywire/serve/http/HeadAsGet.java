package dev.storywire.serve.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/**
 * Answers HEAD with the status and headers of GET (RFC 9110, 9.3.2). Handlers see a GET; the
 * container drops the body.
 */
public final class HeadAsGet implements Filter {
  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain next)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    next.doFilter("HEAD".equals(asked.getMethod()) ? new Get(asked) : asked, response);
  }

  private static final class Get extends HttpServletRequestWrapper {
    Get(HttpServletRequest head) {
      super(head);
    }

    @Override
    public String getMethod() {
      return "GET";
    }
  }
}
