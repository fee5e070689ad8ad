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
 * A run of {@code ingest --follow}: follows sources until the process is stopped. It serves
 * Prometheus metrics of each source on loopback and prints a report at the end.
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
   * Starts to follow.
   *
   * @param metricsPort port of the metrics on loopback; 0 for any free port
   * @throws OperatorError if the port is in use
   */
  static FollowSession start(FollowOptions options, ItemWriter writer, int metricsPort) {
    HttpServer http;
    try {
      http =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), metricsPort), 0);
    } catch (IOException e) {
      throw new OperatorError(
          "port " + metricsPort + " is in use; choose another with --metrics-port", e);
    }
    FollowSession session = new FollowSession(new Follow(options, writer, Clock.systemUTC()), http);
    session.serveMetrics();
    session.follow.start();
    return session;
  }

  int metricsPort() {
    return http.getAddress().getPort();
  }

  /** Waits until the session is closed or items can no longer be delivered. */
  void await() {
    follow.await();
  }

  @Override
  public void close() {
    follow.close();
    http.stop(0);
  }

  /** Prints the status of each source, as text or as one JSON object per line. */
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
          .description("Failed polls of a source")
          .tag("source", source)
          .register(metrics);
      Gauge.builder("storywire.feed.last.success", follow, f -> seconds(f, index))
          .description(
              "Time of the last successful poll of a source, as Unix time; 0 if there is none")
          .baseUnit("seconds")
          .tag("source", source)
          .register(metrics);
    }
    http.createContext("/metrics", this::respond);
    http.start();
  }

  private void items(
      int index, String source, String outcome, ToDoubleFunction<SourceStatus> count) {
    FunctionCounter.builder(
            "storywire.feed.items", follow, f -> count.applyAsDouble(f.status().get(index)))
        .description("Items of a source, by outcome")
        .tag("source", source)
        .tag("outcome", outcome)
        .register(metrics);
  }

  private static double seconds(Follow follow, int index) {
    Instant last = follow.status().get(index).lastSuccess();
    return last == null ? 0 : last.getEpochSecond();
  }

  private void respond(HttpExchange exchange) throws IOException {
    byte[] body = metrics.scrape().getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
