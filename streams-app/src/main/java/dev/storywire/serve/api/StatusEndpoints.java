package dev.storywire.serve.api;

import dev.storywire.serve.peers.ClusterQueries;
import dev.storywire.serve.query.ServiceStatus;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** Endpoints for health checks, metrics and status. */
public final class StatusEndpoints {
  private final ClusterQueries queries;
  private final PrometheusMeterRegistry metrics;

  public StatusEndpoints(ClusterQueries queries, PrometheusMeterRegistry metrics) {
    this.queries = queries;
    this.metrics = metrics;
  }

  public void addTo(RoutesConfig routes) {
    routes.get("/api/status", this::status);
    routes.get("/health/live", ctx -> health(ctx, queries.here().status().state().live()));
    routes.get("/health/ready", ctx -> health(ctx, queries.here().status().state().ready()));
    routes.get("/metrics", this::metrics);
  }

  private void status(Context ctx) {
    ctx.json(QueryString.local(ctx) ? queries.here().status() : queries.status());
  }

  private void health(Context ctx, boolean healthy) {
    ServiceStatus status = queries.here().status();
    ctx.status(healthy ? 200 : 503).json(new Health(healthy, status.state(), status.message()));
  }

  private void metrics(Context ctx) {
    ctx.result(metrics.scrape()).contentType("text/plain; version=0.0.4; charset=utf-8");
  }

  /** The response to a health check. */
  record Health(boolean ok, ServiceStatus.State state, String message) {}
}
