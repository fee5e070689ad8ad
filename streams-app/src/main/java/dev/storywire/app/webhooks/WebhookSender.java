package dev.storywire.app.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.storywire.schemas.Json;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends deliveries. Repeats an attempt that failed after each of the pauses, then drops the
 * delivery. Follows no redirects: requests go only to the configured address. Logs neither
 * addresses, which may have tokens, nor bodies.
 */
final class WebhookSender implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);

  static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5));
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(TIMEOUT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final List<Duration> pauses;
  private final MeterRegistry metrics;
  private final Clock clock;
  private final CountDownLatch closed = new CountDownLatch(1);

  /** The present state of a delivery; empty if there is nothing to send any more. */
  interface State {
    Optional<Delivery> now() throws InterruptedException;
  }

  WebhookSender(List<Duration> pauses, MeterRegistry metrics, Clock clock) {
    this.pauses = pauses;
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * Sends a delivery until it is accepted or dropped.
   *
   * @return false if the sender was closed before
   */
  boolean send(Webhook webhook, State state) throws InterruptedException {
    for (int attempt = 0; !isClosed(); attempt++) {
      Optional<Delivery> delivery = state.now();
      if (delivery.isEmpty()) {
        return !isClosed();
      }
      if (attempt(webhook, delivery.get())) {
        return true;
      }
      if (attempt == pauses.size()) {
        count(webhook, "dropped");
        LOG.error("{} dropped {} after {} attempts", webhook, delivery.get().id(), attempt + 1);
        return true;
      }
      pause(pauses.get(attempt));
    }
    return false;
  }

  /** Waits for a time, or until the sender is closed. */
  void pause(Duration time) throws InterruptedException {
    var unused = closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  boolean isClosed() {
    return closed.getCount() == 0;
  }

  @Override
  public void close() {
    closed.countDown();
  }

  private boolean attempt(Webhook webhook, Delivery delivery) throws InterruptedException {
    String failure;
    try {
      int status =
          client
              .send(request(webhook, delivery), HttpResponse.BodyHandlers.discarding())
              .statusCode();
      if (status / 100 == 2) {
        count(webhook, "delivered");
        return true;
      }
      failure = "status " + status;
    } catch (IOException e) {
      failure = e.getClass().getSimpleName();
    }
    count(webhook, "failed");
    LOG.warn("{} did not accept {}: {}", webhook, delivery.id(), failure);
    return false;
  }

  private HttpRequest request(Webhook webhook, Delivery delivery) {
    byte[] body;
    try {
      body = Json.mapper().writeValueAsBytes(delivery);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a delivery must be serialisable", e);
    }
    Instant now = clock.instant();
    return HttpRequest.newBuilder(webhook.url())
        .timeout(TIMEOUT)
        .header("Content-Type", "application/json")
        .header("User-Agent", "Storywire")
        .header("webhook-id", delivery.id())
        .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
        .header("webhook-signature", webhook.signature().sign(delivery.id(), now, body))
        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
        .build();
  }

  private void count(Webhook webhook, String outcome) {
    metrics
        .counter("storywire.webhook.attempts", "webhook", webhook.name(), "outcome", outcome)
        .increment();
  }
}
