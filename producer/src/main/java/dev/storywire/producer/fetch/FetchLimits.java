package dev.storywire.producer.fetch;

import java.time.Duration;

/**
 * What a server may take of us.
 *
 * @param timeout for one document, from connecting to its last byte, redirects included
 * @param maxBytes of one document as it is sent
 * @param maxRedirects before a document
 */
public record FetchLimits(Duration timeout, int maxBytes, int maxRedirects) {
  /** Half a minute, 16 MiB, five redirects. */
  public static final FetchLimits DEFAULT =
      new FetchLimits(Duration.ofSeconds(30), 16 * 1024 * 1024, 5);
}
