package dev.storywire.producer.fetch;

import java.time.Duration;

/**
 * Limits of a request.
 *
 * @param timeout time for one document, from connecting to the last byte, including redirects
 * @param maxBytes largest response body, as sent
 * @param maxRedirects largest number of redirects
 */
public record FetchLimits(Duration timeout, int maxBytes, int maxRedirects) {
  /** 30 seconds, 16 MiB, five redirects. */
  public static final FetchLimits DEFAULT =
      new FetchLimits(Duration.ofSeconds(30), 16 * 1024 * 1024, 5);
}
