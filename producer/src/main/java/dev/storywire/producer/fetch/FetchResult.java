package dev.storywire.producer.fetch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The result of a request for a document. */
public sealed interface FetchResult {
  /**
   * A response with a document.
   *
   * @param url final URL, after redirects
   * @param bytes body as sent; may be gzip
   * @param etag validator for the next conditional request, like {@code lastModified}
   */
  record Fetched(
      String url,
      byte[] bytes,
      @Nullable String contentType,
      @Nullable String etag,
      @Nullable String lastModified)
      implements FetchResult {}

  /** The document has not changed (304). */
  record NotModified() implements FetchResult {}

  /** The document has been removed permanently (410). */
  record Gone() implements FetchResult {}

  /**
   * The request failed; it may succeed later.
   *
   * @param code error code for metrics, e.g. {@code http-503}, {@code timeout}
   * @param retryAfter the delay that the server requested in {@code Retry-After}
   */
  record Failed(String code, String reason, @Nullable Duration retryAfter) implements FetchResult {}
}
