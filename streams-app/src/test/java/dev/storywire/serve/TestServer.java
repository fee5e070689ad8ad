package dev.storywire.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.storywire.schemas.Json;
import dev.storywire.serve.http.HttpSettings;
import dev.storywire.serve.query.EditIntake;
import dev.storywire.serve.query.Intakes;
import dev.storywire.serve.query.ItemIntake;
import dev.storywire.serve.topics.TopicQueries;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** A server with queries in memory on a free port, and a client for it. */
public final class TestServer implements AutoCloseable {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final EditIntake EDITS = edit -> {};
  private static final ItemIntake ITEMS = items -> List.of();

  private final HttpServer server;

  private TestServer(HttpServer server) {
    this.server = server;
  }

  public static TestServer over(InMemoryQueries queries) {
    return over(queries, 0);
  }

  public static TestServer over(InMemoryQueries queries, int port) {
    return over(
        queries,
        HttpSettings.defaults().withAddress("127.0.0.1", port),
        Set::of,
        new Intakes(ITEMS, EDITS));
  }

  public static TestServer over(
      InMemoryQueries queries, HttpSettings settings, Supplier<Set<String>> others) {
    return over(queries, settings.withAddress("127.0.0.1", 0), others, new Intakes(ITEMS, EDITS));
  }

  public static TestServer over(
      InMemoryQueries queries,
      HttpSettings settings,
      Supplier<Set<String>> others,
      Intakes intakes) {
    return new TestServer(
        new HttpServer(
            settings,
            queries,
            queries,
            new TopicQueries(queries.log(), queries.topics(), queries.topics()),
            others,
            intakes,
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)));
  }

  public static TestServer taking(HttpSettings settings, ItemIntake items) {
    return over(new InMemoryQueries(), settings, Set::of, new Intakes(items, EDITS));
  }

  public static TestServer taking(
      InMemoryQueries queries, HttpSettings settings, EditIntake edits) {
    return over(queries, settings, Set::of, new Intakes(ITEMS, edits));
  }

  public String address() {
    return "127.0.0.1:" + server.port();
  }

  public int port() {
    return server.port();
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://" + address() + path));
  }

  public HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = request(path);
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public JsonNode json(String path) {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
    return parse(response.body());
  }

  /** Returns the detail of the problem in the response for a path. */
  public String problem(String path, int status) {
    return problem(get(path), status);
  }

  public static String problem(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode problem = parse(response.body());
    assertThat(problem.at("/status").asInt()).isEqualTo(status);
    return problem.at("/detail").asText();
  }

  public static String encode(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }

  public static JsonNode parse(String json) {
    try {
      return Json.mapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
