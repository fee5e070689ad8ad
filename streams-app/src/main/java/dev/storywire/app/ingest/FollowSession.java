package dev.storywire.app.ingest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.storywire.app.process.OperatorError;
import dev.storywire.producer.follow.Follow;
import dev.storywire.producer.follow.FollowOptions;
import dev.storywire.producer.follow.SourceStatus;
import dev.storywire.producer.send.ItemWriter;
import dev.storywire.schemas.Json;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * {@code ingest --follow} at work: follows until the process is told to stop, and shows how each
 * source is doing, on loopback to Prometheus and at the end to a person.
 */
final class FollowSession implements AutoCloseable {
  private final Follow follow;
  private final PrometheusMeterRegistry metrics =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final HttpServer http;

  private FollowSession(Follow follow, HttpServer http) {
    this.follow = follow;
    this.http = http;
  }

  /**
   * Begins to follow.
   *
   * @param metricsPort on loopback, 0 for any free one
   * @throws OperatorError if the port is taken
   */
  static FollowSession start(FollowOptions options, ItemWriter writer, int metricsPort) {
    HttpServer http;
    try {
      http =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), metricsPort), 0);
    } catch (IOException e) {
      throw new OperatorError(
          "port " + metricsPort + " is taken; choose another with --metrics-port", e);
    }
    FollowSession session = new FollowSession(new Follow(options, writer, Clock.systemUTC()), http);
    session.serveMetrics();
    session.follow.start();
    return session;
  }

  int metricsPort() {
    return http.getAddress().getPort();
  }

  /** Waits until it is closed, or cannot deliver any more. */
  void await() {
    follow.await();
  }

  @Override
  public void close() {
    follow.close();
    http.stop(0);
  }

  /** How each source did, for a person or, one object a line, for a program. */
  void report(PrintWriter out, boolean json) {
    for (SourceStatus status : follow.status()) {
      out.println(json ? Json.mapper().valueToTree(status).toString() : line(status));
    }
    out.flush();
  }

  private static String line(SourceStatus status) {
    String last = status.lastSuccess() == null ? "never read" : "read " + status.lastSuccess();
    String trouble = status.lastFailure() == null ? "" : "; " + status.lastFailure();
    return "%s: %d new, %d revised, %d unchanged, %d refused; %s%s"
        .formatted(
            status.source(),
            status.added(),
            status.revised(),
            status.unchanged(),
            status.refused(),
            last,
            trouble);
  }

  private void serveMetrics() {
    List<SourceStatus> sources = follow.status();
    for (int i = 0; i < sources.size(); i++) {
      String source = sources.get(i).source();
      items(i, source, "new", SourceStatus::added);
      items(i, source, "revised", SourceStatus::revised);
      items(i, source, "unchanged", SourceStatus::unchanged);
      items(i, source, "refused", SourceStatus::refused);
      int index = i;
      FunctionCounter.builder(
              "storywire.feed.failures",
              follow,
              f ->
                  f.status().get(index).failures().values().stream()
                      .mapToLong(Long::longValue)
                      .sum())
          .description("Askings of a source that failed")
          .tag("source", source)
          .register(metrics);
      Gauge.builder("storywire.feed.last.success", follow, f -> seconds(f, index))
          .description("When a source was last read, Unix time; 0 for never")
          .baseUnit("seconds")
          .tag("source", source)
          .register(metrics);
    }
    http.createContext("/metrics", this::answer);
    http.start();
  }

  private void items(
      int index, String source, String outcome, ToDoubleFunction<SourceStatus> count) {
    FunctionCounter.builder(
            "storywire.feed.items", follow, f -> count.applyAsDouble(f.status().get(index)))
        .description("Items seen in a source, by what became of them")
        .tag("source", source)
        .tag("outcome", outcome)
        .register(metrics);
  }

  private static double seconds(Follow follow, int index) {
    Instant last = follow.status().get(index).lastSuccess();
    return last == null ? 0 : last.getEpochSecond();
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = metrics.scrape().getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
