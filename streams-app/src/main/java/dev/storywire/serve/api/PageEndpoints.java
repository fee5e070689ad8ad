package dev.storywire.serve.api;

import dev.storywire.serve.feed.FeedFormat;
import dev.storywire.serve.http.Problem;
import dev.storywire.serve.peers.ClusterQueries;
import dev.storywire.serve.query.NotReadyException;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.staticfiles.Location;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The page: one HTML document for the list, all stories, all entities and the dead letters, with
 * its scripts and styles.
 */
public final class PageEndpoints {
  private static final String FILES = "/dev/storywire/serve/page";
  private static final String FEEDS = "<!-- feeds -->";
  private static final String EDITS = "<!-- edits -->";
  private static final String TAKES_EDITS = "<meta name=\"edits\" content=\"token\">";

  private final ClusterQueries queries;
  private final String document;

  /**
   * Creates the endpoints. The page of an unknown story or entity has status 404.
   *
   * @param takesEdits true if the service takes edits, so that the page offers them
   */
  public PageEndpoints(ClusterQueries queries, boolean takesEdits) {
    this.queries = queries;
    this.document =
        new String(ResourceFile.read(FILES + "/index.html"), StandardCharsets.UTF_8)
            .replace(EDITS, takesEdits ? TAKES_EDITS : "");
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
    config.routes.before("/page/*", PageEndpoints::readOnly);
    config.routes.get("/", this::list);
    config.routes.get("/dead-letters", ctx -> document(ctx, "/stories", ""));
    config.routes.get("/stories/{id}", this::story);
    config.routes.get("/entities/{id}", this::entity);
  }

  /** Refuses other methods for files, which have no routes. */
  private static void readOnly(Context ctx) {
    if (!List.of(HandlerType.GET, HandlerType.HEAD).contains(ctx.method())) {
      throw Problem.method(ctx.path(), ctx.method().name(), "GET, HEAD");
    }
  }

  /** Serves the list. The script shows why a filter is invalid. */
  private void list(Context ctx) {
    String filter = "";
    try {
      filter = QueryString.filterText(ctx);
    } catch (Problem invalid) {
      ctx.status(HttpStatus.BAD_REQUEST);
    }
    document(ctx, "/stories", filter);
  }

  /** Serves the page of a story. The script shows that a story is unknown. */
  private void story(Context ctx) {
    String id = ctx.pathParam("id");
    try {
      if (queries.story(id).isEmpty()) {
        ctx.status(HttpStatus.NOT_FOUND);
      }
    } catch (NotReadyException e) {
      ctx.status(HttpStatus.SERVICE_UNAVAILABLE).header("Retry-After", "1");
    }
    document(ctx, "/stories/" + QueryString.encode(id), "");
  }

  private void entity(Context ctx) {
    String id = ctx.pathParam("id");
    if (queries.here().catalog().entity(id).isEmpty()) {
      ctx.status(HttpStatus.NOT_FOUND);
    }
    document(ctx, "/entities/" + QueryString.encode(id), "");
  }

  /** Serves the document with links to the feeds of its content. */
  private void document(Context ctx, String feed, String query) {
    // both are percent-encoded, so that they have no character of HTML but the ampersand
    String links =
        Arrays.stream(FeedFormat.values())
            .map(
                format ->
                    "<link rel=\"alternate\" type=\"%s\" href=\"/feeds%s%s%s\">"
                        .formatted(
                            format.mediaType(), feed, format.suffix(), query.replace("&", "&amp;")))
            .collect(Collectors.joining("\n  "));
    ctx.result(document.replace(FEEDS, links))
        .contentType("text/html; charset=utf-8")
        .header("Cache-Control", "no-cache");
  }
}
