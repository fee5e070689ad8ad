package dev.storywire.serve.api;

import dev.storywire.schemas.Story;
import dev.storywire.serve.feed.Feed;
import dev.storywire.serve.feed.FeedBuilder;
import dev.storywire.serve.feed.FeedFormat;
import dev.storywire.serve.http.Identifiers;
import dev.storywire.serve.http.Problem;
import dev.storywire.serve.peers.ClusterQueries;
import dev.storywire.serve.query.Catalog;
import dev.storywire.serve.query.StoryPage;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;

/** {@code /feeds}: any list, a story or an entity as Atom and JSON Feed. */
public final class FeedEndpoints {
  private final ClusterQueries queries;
  private final Catalog catalog;

  /** Creates the endpoints. */
  public FeedEndpoints(ClusterQueries queries) {
    this.queries = queries;
    this.catalog = queries.here().catalog();
  }

  /** Registers the endpoints. */
  public void addTo(RoutesConfig routes) {
    for (FeedFormat format : FeedFormat.values()) {
      routes.get("/feeds/stories" + format.suffix(), ctx -> list(ctx, format));
      routes.get("/feeds/stories/{id}" + format.suffix(), ctx -> story(ctx, format));
      routes.get("/feeds/entities/{id}" + format.suffix(), ctx -> entity(ctx, format));
    }
  }

  private void list(Context ctx, FeedFormat format) {
    StoryPage page = catalog.stories(QueryString.firstStories(ctx));
    String filter = QueryString.filterText(ctx);
    String title = filter.isEmpty() ? "Storywire" : "Storywire: " + QueryString.filterTitle(ctx);
    respond(ctx, format, builder(ctx).list(title, filter, page));
  }

  private void story(Context ctx, FeedFormat format) {
    QueryString.allow(ctx, List.of());
    String id = ctx.pathParam("id");
    Story asked =
        queries
            .story(id)
            .orElseThrow(
                () ->
                    Problem.notFound(
                        "There is no story '%s'; it may have retired."
                            .formatted(Identifiers.cut(id))));
    Story current = queries.follow(asked);
    if (current.storyId().equals(id)) {
      respond(ctx, format, builder(ctx).story(current));
    } else {
      // a merge is final, so that a reader may keep the new address
      ctx.redirect(
          builder(ctx).story(current).address() + format.suffix(), HttpStatus.MOVED_PERMANENTLY);
    }
  }

  /** Serves an empty feed if no story names the entity, so that a reader keeps following it. */
  private void entity(Context ctx, FeedFormat format) {
    QueryString.allow(ctx, List.of());
    String id = ctx.pathParam("id");
    Feed feed =
        catalog
            .entity(id)
            .map(
                known ->
                    builder(ctx)
                        .entity(
                            id,
                            known.entity().name(),
                            new StoryPage(known.stories(), null, known.eventTime())))
            .orElseGet(() -> builder(ctx).entity(id, id, new StoryPage(List.of(), null, null)));
    respond(ctx, format, feed);
  }

  private static void respond(Context ctx, FeedFormat format, Feed feed) {
    ctx.result(format.write(feed))
        .contentType(format.mediaType() + "; charset=utf-8")
        // readers ask again each time, and shared caches keep no words that may be killed
        .header("Cache-Control", "private, no-cache");
  }

  private static FeedBuilder builder(Context ctx) {
    // a proxy that terminates TLS sets the header
    String scheme = "https".equals(ctx.header("X-Forwarded-Proto")) ? "https" : ctx.scheme();
    return new FeedBuilder(scheme + "://" + ctx.header("Host"));
  }
}
