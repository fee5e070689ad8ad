package dev.storywire.serve;

import static dev.storywire.serve.StoryFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.storywire.schemas.ArticleVerdict.Relation;
import dev.storywire.schemas.ArticleVerdictBuilder;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.schemas.StoryEventArticleRevisedBuilder;
import dev.storywire.serve.http.HttpSettings;
import dev.storywire.serve.query.Intakes;
import dev.storywire.serve.query.ItemIntake.Result;
import dev.storywire.serve.query.NotReadyException;
import dev.storywire.serve.query.ServiceStatus;
import dev.storywire.serve.topics.ArticleVersions.VersionText;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Checks real results of the server against the OpenAPI document that it serves. */
class OpenApiTest {
  private static final String TOKEN = "only-for-this-test";
  private static final String EDIT =
      """
      {"type":"undo","id":"e2","lane":"en","by":"Ada","reason":"A mistake","edit":"e1"}""";

  private final InMemoryQueries queries = new InMemoryQueries();
  private final TestServer service =
      TestServer.over(
          queries,
          HttpSettings.defaults()
              .withAddress("127.0.0.1", 0)
              .withItemToken(TOKEN)
              .withEditToken(TOKEN),
          Set::of,
          new Intakes(
              items ->
                  items.stream()
                      .map(
                          item ->
                              item.has("uri")
                                  ? Result.accepted(item.get("uri").asText())
                                  : Result.refused(null, "no-uri", "The item has no uri."))
                      .toList(),
              edit -> {
                if (edit.lane().equals("away")) {
                  throw new NotReadyException("The edit could not be stored.");
                }
              }));
  private final JsonNode document = service.json("/api/openapi.json");
  private final Map<String, String> served = new HashMap<>();
  private final Set<String> checked = new HashSet<>();

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void everyDocumentedAnswerIsTheRealOne() {
    queries.publish(StoryFixtures.open("s1", "Bridge closed", 0));
    queries.publish(StoryFixtures.closed("s2", "Ferry delayed", 10));
    queries.publish(StoryFixtures.merged("s3", "s1"));
    queries.publish(StoryFixtures.usable("urn:s1", "s1", "Bridge closed"));
    queries.publish(StoryFixtures.killed("urn:k", "Unspeakable"));
    queries.publish(new StoryEvent.Reopened("s2", 3, NOON, "en", null));

    check("/api/stories", "?limit=1", 200);
    check("/api/stories", "?status=merged", 200);
    check("/api/volume", "?q=bridge", 200);
    check("/api/volume", "?limit=1", 400);
    check("/api/stories", "?limit=many", 400);
    check("/api/stories/{id}", "s1", 200);
    check("/api/stories/{id}", "s3", 200);
    check("/api/stories/{id}", "nothing", 404);
    check("/api/stories/{id}/events", "s2", 200);
    check("/api/stories/{id}/events", "nothing", 404);
    check("/api/entities", "?limit=1", 200);
    check("/api/entities", "?type=thing", 400);
    check("/api/entities/{id}", "tove-lind", 200);
    check("/api/entities/{id}", "nobody", 404);
    check("/api/articles/{uri}", "urn:s1", 200);
    check("/api/articles/{uri}", "urn:k", 200);
    check("/api/articles/{uri}", "urn:nothing", 404);
    check("/api/explain/{uri}", "urn:s1", 200);
    check("/api/explain/{uri}", "urn:k", 200);
    check("/api/explain/{uri}", "urn:nothing", 404);
    revise("urn:s1");
    check("/api/changes/{uri}", "urn:s1", 200);
    check("/api/changes/{uri}", "urn:nothing", 404);
    queries.topics().refuse(NOON, "urn:x", "not-json", "The record is not JSON.", "{");
    check("/api/dead-letters", "?limit=1", 200);
    check("/api/dead-letters", "?limit=0", 400);
    check("/api/dead-letters/{id}", "0-0", 200);
    check("/api/dead-letters/{id}", "0-1", 404);
    for (String format : List.of(".atom", ".json")) {
      check("/feeds/stories" + format, "?status=closed", 200);
      check("/feeds/stories" + format, "?cursor=x", 400);
      check("/feeds/stories/{id}" + format, "s1", 200);
      check("/feeds/stories/{id}" + format, "nothing", 404);
      check("/feeds/entities/{id}" + format, "tove-lind", 200);
    }
    check("/api/status", "", 200);
    check("/api/openapi.json", "", 200);
    check("/api/schemas/{name}", "raw.schema.json", 200);
    check("/api/schemas/{name}", "edits.schema.json", 200);
    check("/api/schemas/{name}", "prepared.schema.json", 404);
    check("/health/live", "", 200);
    check("/health/ready", "", 200);
    check("/metrics", "", 200);
    check("/api/story-events", "", 406);
    HttpRequest.Builder invalid = service.request("/api/story-events?type=x");
    assertThat(answer("/api/story-events", invalid.header("Accept", "text/event-stream")))
        .isEqualTo(400);
    push("/api/session", "", "application/json", 404);
    push("/api/items", "[{\"uri\":\"urn:a\"},{}]", "application/json", 202);
    push("/api/items", "[{}]", "application/json", 422);
    push("/api/edits", EDIT, "application/json", 202);
    push("/api/edits", EDIT.replace("\"en\"", "\"away\""), "application/json", 503);
    push("/api/edits", "{}", "application/json", 422);
    for (String path : List.of("/api/items", "/api/edits")) {
      push(path, "{", "application/json", 400);
      push(path, "{}", "text/csv", 415);
      push(path, " ".repeat(9 * 1024 * 1024), "application/json", 413);
      assertThat(answer(path, service.request(path).POST(body("{}")))).isEqualTo(401);
    }
    queries.setState(ServiceStatus.State.REBALANCING);
    check("/api/stories/{id}", "s1", 503);
    check("/health/ready", "", 503);

    Set<String> documented = new HashSet<>();
    document.get("paths").fieldNames().forEachRemaining(documented::add);
    documented.remove("/api/events"); // a stream: LiveEventsTest
    assertThat(checked).isEqualTo(documented);
  }

  /** Publishes a second version of an article of s1. */
  private void revise(String uri) {
    queries.publish(
        ArticleVerdictBuilder.builder(StoryFixtures.usable(uri, "s1", "Bridge"))
            .version(2)
            .build());
    for (int version : List.of(1, 2)) {
      Instant at = NOON.plusSeconds(version);
      queries.publish(
          StoryEventArticleRevisedBuilder.builder()
              .storyId("s1")
              .seq(version)
              .at(at)
              .lane("en")
              .uri(uri)
              .version(version)
              .relation(Relation.ORIGINAL)
              .source("Wire")
              .build());
      queries
          .topics()
          .addVersion(uri, new VersionText(version, at, "Bridge", "Version " + version));
    }
  }

  @Test
  void describesEveryPathOfTheApi() throws Exception {
    // the table at the top of docs/http.md lists the paths for people
    String page = java.nio.file.Files.readString(java.nio.file.Path.of("../docs/http.md"));
    List<String> missing = new ArrayList<>();
    document
        .get("paths")
        .fieldNames()
        .forEachRemaining(
            path -> {
              if (!page.contains(path)) {
                missing.add(path);
              }
            });
    assertThat(missing).isEmpty();
  }

  /** Requests a path; {@code argument} replaces its parameter or follows it. */
  private void check(String path, String argument, int status) {
    String address =
        path.contains("{")
            ? path.replaceAll("\\{[a-z]+}", TestServer.encode(argument))
            : path + argument;
    assertThat(answer(path, service.request(address))).as(address).isEqualTo(status);
  }

  private void push(String path, String value, String type, int status) {
    HttpRequest.Builder request =
        service
            .request(path)
            .header("Authorization", "Bearer " + TOKEN)
            .header("Content-Type", type)
            .POST(body(value));
    assertThat(answer(path, request)).as("%s of %s", path, type).isEqualTo(status);
  }

  private static HttpRequest.BodyPublisher body(String text) {
    return HttpRequest.BodyPublishers.ofString(text);
  }

  /** Returns the status of the answer, which must be as documented. */
  private int answer(String path, HttpRequest.Builder request) {
    HttpResponse<String> response = service.send(request);
    String type = response.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
    String method = response.request().method().toLowerCase(java.util.Locale.ROOT);
    String pointer =
        "/paths/%s/%s/responses/%d/content/%s/schema"
            .formatted(escape(path), method, response.statusCode(), escape(type));
    assertThat(document.at(pointer).isMissingNode()).as(pointer).isFalse();
    if (type.endsWith("json")) {
      assertThat(schema(pointer).validate(response.body(), InputFormat.JSON))
          .as("%s: %s", path, response.body())
          .extracting(Error::getMessage)
          .isEmpty();
    }
    checked.add(path);
    return response.statusCode();
  }

  private Schema schema(String pointer) {
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(this::served));
    return registry.getSchema(SchemaLocation.of(url("/api/openapi.json") + "#" + pointer));
  }

  private String served(String url) {
    return served.computeIfAbsent(
        url, known -> service.json(known.substring(url("").length())).toString());
  }

  private String url(String path) {
    return "http://" + service.address() + path;
  }

  private static String escape(String part) {
    return part.replace("~", "~0").replace("/", "~1");
  }
}
