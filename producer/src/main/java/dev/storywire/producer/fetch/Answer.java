package dev.storywire.producer.fetch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of asking for a document. */
public sealed interface Answer {
  /**
   * The document.
   *
   * @param url where it was found after redirects
   * @param bytes as sent: gzip, where the server packed it
   * @param etag to be sent back next time, as is {@code lastModified}
   */
  record Fetched(
      String url,
      byte[] bytes,
      @Nullable String contentType,
      @Nullable String etag,
      @Nullable String lastModified)
      implements Answer {}

  /** The same as last time. */
  record NotModified() implements Answer {}

  /** The server says that it will not be there again (410). */
  record Gone() implements Answer {}

  /**
   * None this time.
   *
   * @param code to count by, e.g. {@code http-503}, {@code timeout}
   * @param retryAfter how long the server asks to be left alone
   */
  record Failed(String code, String reason, @Nullable Duration retryAfter) implements Answer {}
}
