package dev.storywire.serve.api;

import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.serve.http.Identifiers;
import dev.storywire.serve.http.Problem;
import dev.storywire.serve.peers.ClusterQueries;
import dev.storywire.serve.query.Redaction;
import dev.storywire.serve.query.StoryResponse;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** {@code /api/stories}: the list and its volume, a story, and its events. */
public final class StoryEndpoints {
  private final ClusterQueries queries;

  public StoryEndpoints(ClusterQueries queries) {
    this.queries = queries;
  }

  public void addTo(RoutesConfig routes) {
    routes.get("/api/stories", this::list);
    routes.get("/api/volume", this::volume);
    routes.get("/api/stories/{id}", this::story);
    routes.get("/api/stories/{id}/events", this::events);
  }

  private void list(Context ctx) {
    ctx.json(queries.here().catalog().stories(QueryString.stories(ctx)));
  }

  private void volume(Context ctx) {
    ctx.json(queries.here().catalog().volume(QueryString.volume(ctx)));
  }

  private void story(Context ctx) {
    String id = ctx.pathParam("id");
    Optional<Story> asked = QueryString.local(ctx) ? queries.here().story(id) : queries.story(id);
    Story story = asked.orElseThrow(() -> unknown(id));
    String mergedInto = story.mergedInto();
    if (!QueryString.local(ctx) && mergedInto != null) {
      story = queries.follow(story);
      mergedInto = story.storyId().equals(id) ? mergedInto : story.storyId();
    }
    ctx.json(new StoryResponse(id, mergedInto, Redaction.of(story), NoNames.inLane(story.lane())));
  }

  private void events(Context ctx) {
    String id = ctx.pathParam("id");
    int limit = QueryString.limit(ctx.queryParam("limit"));
    boolean local = QueryString.local(ctx);
    List<StoryEvent> events = local ? queries.here().events(id, limit) : queries.events(id, limit);
    if (events.isEmpty() && (local || queries.story(id).isEmpty())) {
      throw unknown(id);
    }
    ctx.json(new StoryResponse.Log(id, events));
  }

  private static Problem unknown(String id) {
    return Problem.notFound(
        "There is no story '%s'; it may have retired.".formatted(Identifiers.cut(id)));
  }
}
