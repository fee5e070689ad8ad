package dev.storywire.serve;

import dev.storywire.schemas.Json;
import dev.storywire.serve.api.ArticleEndpoints;
import dev.storywire.serve.api.ChangeEndpoint;
import dev.storywire.serve.api.ContractEndpoints;
import dev.storywire.serve.api.DeadLetterEndpoints;
import dev.storywire.serve.api.EditEndpoint;
import dev.storywire.serve.api.EntityEndpoints;
import dev.storywire.serve.api.FeedEndpoints;
import dev.storywire.serve.api.ItemEndpoint;
import dev.storywire.serve.api.PageEndpoints;
import dev.storywire.serve.api.SessionEndpoint;
import dev.storywire.serve.api.StatusEndpoints;
import dev.storywire.serve.api.StoryEndpoints;
import dev.storywire.serve.http.ContainerErrors;
import dev.storywire.serve.http.EntityTag;
import dev.storywire.serve.http.HeadAsGet;
import dev.storywire.serve.http.HttpSettings;
import dev.storywire.serve.http.Identifiers;
import dev.storywire.serve.http.PercentEncoding;
import dev.storywire.serve.http.Problem;
import dev.storywire.serve.http.ReadAccessFilter;
import dev.storywire.serve.http.ReadToken;
import dev.storywire.serve.http.SecurityFilter;
import dev.storywire.serve.live.EventServlet;
import dev.storywire.serve.live.EventStream;
import dev.storywire.serve.live.LogServlet;
import dev.storywire.serve.live.LogStream;
import dev.storywire.serve.peers.ClusterQueries;
import dev.storywire.serve.peers.Peers;
import dev.storywire.serve.query.Intakes;
import dev.storywire.serve.query.NotReadyException;
import dev.storywire.serve.query.StoryEvents;
import dev.storywire.serve.query.StoryQueries;
import dev.storywire.serve.topics.TopicQueries;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.json.JavalinJackson;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server: queries, live events, pushed items, health, metrics and the page. Listens from
 * construction until {@link #close}.
 */
public final class HttpServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

  private static final String EVENTS = "/api/events";
  private static final String LOG_OF_EVENTS = "/api/story-events";

  /** Paths that respond to HEAD as to GET. Event streams do not. */
  private static final List<String> HEAD_PATHS =
      List.of(
          "/",
          "/stories/*",
          "/entities/*",
          "/dead-letters",
          "/feeds/*",
          "/page/*",
          "/api/stories/*",
          "/api/volume",
          "/api/entities/*",
          "/api/articles/*",
          "/api/explain/*",
          "/api/changes/*",
          "/api/dead-letters/*",
          "/api/openapi.json",
          "/api/schemas/*",
          "/api/status",
          "/health/*",
          "/metrics");

  private static final EnumSet<DispatcherType> EVERY_REQUEST = EnumSet.of(DispatcherType.REQUEST);

  private final PrometheusMeterRegistry metrics;
  private final EventStream events;
  private final LogStream log;
  private final Javalin javalin;

  /**
   * Creates the server and starts to listen.
   *
   * @param queries queries to the stores of this instance
   * @param feed story changes of all lanes
   * @param topics topics that are read on request
   * @param otherInstances host:port of the other members of the group
   * @param intakes receive pushed items and edits, if their tokens are set
   * @throws io.javalin.util.JavalinBindException if the address is in use or not local
   */
  public HttpServer(
      HttpSettings settings,
      StoryQueries queries,
      StoryEvents feed,
      TopicQueries topics,
      Supplier<Set<String>> otherInstances,
      Intakes intakes,
      PrometheusMeterRegistry metrics) {
    this.metrics = metrics;
    this.events = new EventStream(settings, feed, metrics);
    this.log =
        new LogStream(topics.storyEvents(), queries.catalog(), settings.heartbeat(), metrics);
    ReadToken token = new ReadToken(settings.tokens().reading());
    ClusterQueries cluster = new ClusterQueries(queries, new Peers(otherInstances, settings));
    this.javalin =
        Javalin.create(
            config -> {
              setUp(config);
              config.jetty.modifyServletContextHandler(
                  context -> {
                    addFilter(context, new SecurityFilter(settings.hostNames()), "/*");
                    addFilter(context, new PercentEncoding(), "/*");
                    addFilter(context, new ReadAccessFilter(token), "/*");
                    HEAD_PATHS.forEach(path -> addFilter(context, new HeadAsGet(), path));
                    context.addServlet(new ServletHolder(new EventServlet(events)), EVENTS);
                    context.addServlet(new ServletHolder(new LogServlet(log)), LOG_OF_EVENTS);
                  });
              new StoryEndpoints(cluster).addTo(config.routes);
              new EntityEndpoints(queries.catalog()).addTo(config.routes);
              new ArticleEndpoints(cluster).addTo(config.routes);
              new ChangeEndpoint(cluster, topics.versions()).addTo(config.routes);
              new DeadLetterEndpoints(cluster, topics.deadLetters()).addTo(config.routes);
              new FeedEndpoints(cluster).addTo(config.routes);
              new StatusEndpoints(cluster, metrics).addTo(config.routes);
              new ContractEndpoints().addTo(config.routes);
              new ItemEndpoint(settings, intakes.items()).addTo(config.routes);
              new EditEndpoint(settings, cluster, intakes.edits()).addTo(config.routes);
              new SessionEndpoint(token).addTo(config.routes);
              new PageEndpoints(cluster, settings.tokens().edits().isPresent()).addTo(config);
              addErrorsTo(config);
            });
    javalin.start(settings.bindHost(), settings.port());
    LOG.info("listening on http://{}:{}", settings.bindHost(), port());
  }

  /** Returns the port that the server listens on. */
  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    events.close();
    log.close();
    javalin.stop();
  }

  private static void addFilter(ServletContextHandler context, Filter filter, String path) {
    context.addFilter(new FilterHolder(filter), path, EVERY_REQUEST);
  }

  private void setUp(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.generateEtags = false; // its tags are not quoted, and lists do not match
    config.routes.after(EntityTag::apply);
    config.jetty.modifyServer(server -> server.setErrorHandler(new ContainerErrors()));
    config.router.caseInsensitiveRoutes = false;
    config.jsonMapper(new JavalinJackson(Json.mapper(), false));
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    config.requestLogger.http(this::time);
  }

  private void time(Context ctx, float millis) {
    var endpoint = ctx.endpoints().lastHttpEndpoint();
    Timer.builder("storywire.http.requests")
        .description("Requests answered, by endpoint")
        .tag("endpoint", endpoint == null ? "none" : endpoint.path)
        .tag("status", Integer.toString(ctx.statusCode()))
        .register(metrics)
        .record(Duration.ofNanos((long) (millis * 1_000_000)));
  }

  private static void addErrorsTo(JavalinConfig config) {
    config.routes.exception(Problem.class, Problem::respond);
    config.routes.exception(
        NotReadyException.class,
        (e, ctx) -> Problem.unavailable(String.valueOf(e.getMessage()), 1).respond(ctx));
    config.routes.exception(
        MethodNotAllowedResponse.class,
        (e, ctx) ->
            Problem.method(ctx.path(), ctx.method().name(), allowed(e.getDetails())).respond(ctx));
    config.routes.exception(
        HttpResponseException.class,
        (e, ctx) ->
            new Problem(HttpStatus.forStatus(e.getStatus()), sentence(ctx, e.getStatus()))
                .respond(ctx));
    config.routes.exception(
        Exception.class,
        (e, ctx) -> {
          LOG.error("{} {} failed", ctx.method(), ctx.path(), e);
          new Problem(
                  HttpStatus.INTERNAL_SERVER_ERROR, "Internal error; see the log of the service.")
              .respond(ctx);
        });
  }

  /** Returns the value of the Allow header from the details of Javalin's error. */
  private static String allowed(Map<String, ?> details) {
    String methods = String.valueOf(details.get("availableMethods"));
    return methods.contains("GET") ? methods + ", HEAD" : methods;
  }

  private static String sentence(Context ctx, int status) {
    String path = Identifiers.cut(ctx.path());
    return switch (status) {
      case 404 -> "There is no resource '%s'.".formatted(path);
      default -> "The request to '%s' cannot be answered.".formatted(path);
    };
  }
}
