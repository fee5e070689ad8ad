package dev.storywire.serve.api;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.storywire.schemas.Topic;
import dev.storywire.serve.http.Identifiers;
import dev.storywire.serve.http.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Serves the OpenAPI 3.1 document of the API, and the JSON Schemas of the topics and of edits that
 * it refers to.
 */
public final class ContractEndpoints {
  private static final String SCHEMA = ".schema.json";

  private final byte[] document = ResourceFile.read("/dev/storywire/serve/openapi.json");
  private final Map<String, byte[]> schemas =
      Stream.concat(
              Arrays.stream(Topic.values())
                  .filter(topic -> topic != Topic.PREPARED) // internal
                  .map(topic -> topic.name("")),
              Stream.of("edits"))
          .map(name -> name + SCHEMA)
          .collect(
              toUnmodifiableMap(
                  Function.identity(),
                  file -> ResourceFile.read("/dev/storywire/schemas/" + file)));

  /** Registers the endpoints. */
  public void addTo(RoutesConfig routes) {
    routes.get("/api/openapi.json", ctx -> json(ctx, document));
    routes.get("/api/schemas/{name}", this::schema);
  }

  private void schema(Context ctx) {
    String name = ctx.pathParam("name");
    byte[] schema = schemas.get(name);
    if (schema == null) {
      throw Problem.notFound(
          "There is no schema '%s'. The schemas are %s."
              .formatted(
                  Identifiers.cut(name),
                  String.join(", ", schemas.keySet().stream().sorted().toList())));
    }
    json(ctx, schema);
  }

  private static void json(Context ctx, byte[] document) {
    ctx.result(document).contentType("application/json");
  }
}
