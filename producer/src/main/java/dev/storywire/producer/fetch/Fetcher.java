package dev.storywire.producer.fetch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Fetches documents over HTTP, with conditional requests where possible. Methods do not throw for
 * failures of the server or the network; they return {@link FetchResult.Failed}.
 */
public final class Fetcher {
  private static final String ACCEPT =
      "application/rss+xml, application/atom+xml, application/xml, application/json,"
          + " text/html;q=0.8, */*;q=0.5";

  /** Upper bound for {@code Retry-After}. */
  private static final Duration MAX_RETRY_AFTER = Duration.ofDays(1);

  private final HttpClient client;
  private final AddressGuard guard;
  private final FetchLimits limits;
  private final Clock clock;

  /** Creates a fetcher that checks every URL, including redirects, with {@code guard}. */
  public Fetcher(AddressGuard guard, FetchLimits limits, Clock clock) {
    this.guard = guard;
    this.limits = limits;
    this.clock = clock;
    this.client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(limits.timeout())
            .build();
  }

  /** Fetches a document unconditionally. */
  public FetchResult fetch(URI url) throws InterruptedException {
    return fetch(url, null, null);
  }

  /** Fetches a document unless it has not changed since the response with these validators. */
  public FetchResult fetch(URI url, @Nullable String etag, @Nullable String lastModified)
      throws InterruptedException {
    Instant deadline = clock.instant().plus(limits.timeout());
    URI at = url;
    for (int hop = 0; hop <= limits.maxRedirects(); hop++) {
      Optional<String> refusalReason = guard.refusalReason(at);
      if (refusalReason.isPresent()) {
        return failed("forbidden-address", refusalReason.get());
      }
      HttpResponse<byte[]> response;
      try {
        response = ask(at, etag, lastModified, Duration.between(clock.instant(), deadline));
      } catch (TimeoutException e) {
        return failed(
            "timeout", "no complete response within " + limits.timeout().toMillis() + " ms");
      } catch (IOException | IllegalArgumentException e) {
        return failure(e);
      }
      Optional<String> location = response.headers().firstValue("Location");
      if (!isRedirect(response.statusCode()) || location.isEmpty()) {
        return result(at, response);
      }
      try {
        at = at.resolve(location.get().strip());
      } catch (IllegalArgumentException e) {
        return failed("bad-redirect", "the redirect has no valid URL");
      }
    }
    return failed("too-many-redirects", "more than " + limits.maxRedirects() + " redirects");
  }

  private HttpResponse<byte[]> ask(
      URI url, @Nullable String etag, @Nullable String lastModified, Duration left)
      throws IOException, InterruptedException, TimeoutException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .header("User-Agent", "Storywire (news feed reader)")
            .header("Accept", ACCEPT)
            .header("Accept-Encoding", "gzip");
    if (etag != null) {
      request.header("If-None-Match", etag);
    }
    if (lastModified != null) {
      request.header("If-Modified-Since", lastModified);
    }
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request.build(), info -> new BoundedBody(limits.maxBytes()));
    try {
      return answer.get(Math.max(1, left.toMillis()), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } finally {
      // cancels the transfer if the server is too slow
      answer.cancel(true);
    }
  }

  private FetchResult result(URI url, HttpResponse<byte[]> response) {
    int status = response.statusCode();
    return switch (status) {
      case 200 ->
          new FetchResult.Fetched(
              url.toString(),
              response.body(),
              response.headers().firstValue("Content-Type").orElse(null),
              response.headers().firstValue("ETag").orElse(null),
              response.headers().firstValue("Last-Modified").orElse(null));
      case 304 -> new FetchResult.NotModified();
      case 410 -> new FetchResult.Gone();
      default ->
          new FetchResult.Failed(
              "http-" + status,
              "the server answered with status " + status,
              response.headers().firstValue("Retry-After").map(this::retryAfter).orElse(null));
    };
  }

  /** Parses {@code Retry-After}: seconds or a date. */
  private @Nullable Duration retryAfter(String value) {
    Duration wait;
    try {
      wait =
          value.strip().matches("\\d{1,9}")
              ? Duration.ofSeconds(Long.parseLong(value.strip()))
              : Duration.between(
                  clock.instant(),
                  ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME));
    } catch (DateTimeParseException e) {
      return null;
    }
    return wait.isNegative() ? null : wait.compareTo(MAX_RETRY_AFTER) > 0 ? MAX_RETRY_AFTER : wait;
  }

  private static boolean isRedirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }

  private static FetchResult failure(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof BoundedBody.TooLargeException) {
        return failed("too-large", String.valueOf(cause.getMessage()));
      }
    }
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return failed("unreachable", "the server is unreachable: " + message);
  }

  private static FetchResult.Failed failed(String code, String reason) {
    return new FetchResult.Failed(code, reason, null);
  }
}
