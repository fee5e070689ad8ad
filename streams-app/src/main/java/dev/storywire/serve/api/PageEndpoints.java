package dev.storywire.serve.api;

import dev.storywire.serve.peers.ClusterQueries;
import dev.storywire.serve.query.NotReady;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.staticfiles.Location;
import java.util.Map;

/** The page: one HTML document for the list, all stories and all entities, with its scripts and styles. */
public final class PageEndpoints {
  private static final String FILES = "/dev/storywire/serve/page";

  private final ClusterQueries queries;
  private final byte[] document = ResourceFile.read(FILES + "/index.html");

  /** Creates the endpoints. The page of an unknown story or entity has status 404. */
  public PageEndpoints(ClusterQueries queries) {
    this.queries = queries;
  }

  /** Registers the endpoints. */
  public void addTo(JavalinConfig config) {
    config.staticFiles.add(
        files -> {
          files.hostedPath = "/page";
          files.directory = FILES;
          files.location = Location.CLASSPATH;
          // revalidated with each use; 304 if unchanged
          files.headers = Map.of("Cache-Control", "no-cache");
        });
    config.routes.get("/", this::document);
    config.routes.get("/stories/{id}", this::story);
    config.routes.get("/entities/{id}", this::entity);
  }

  /** Serves the page of a story. The script shows that a story is unknown. */
  private void story(Context ctx) {
    try {
      if (queries.story(ctx.pathParam("id")).isEmpty()) {
        ctx.status(HttpStatus.NOT_FOUND);
      }
    } catch (NotReady e) {
      ctx.status(HttpStatus.SERVICE_UNAVAILABLE).header("Retry-After", "1");
    }
    document(ctx);
  }

  private void entity(Context ctx) {
    if (queries.here().catalog().entity(ctx.pathParam("id")).isEmpty()) {
      ctx.status(HttpStatus.NOT_FOUND);
    }
    document(ctx);
  }

  private void document(Context ctx) {
    ctx.result(document)
        .contentType("text/html; charset=utf-8")
        .header("Cache-Control", "no-cache");
  }
}
