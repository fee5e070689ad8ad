package dev.storywire.serve.api;

import dev.storywire.serve.http.Identifiers;
import dev.storywire.serve.http.Problem;
import dev.storywire.serve.query.Catalog;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;

/** {@code /api/entities}: the names in the stories, and the stories of one name. */
public final class EntityEndpoints {
  private final Catalog catalog;

  /** Creates the endpoints. Every instance answers them, since its catalog has all lanes. */
  public EntityEndpoints(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Registers the endpoints. */
  public void addTo(RoutesConfig routes) {
    routes.get("/api/entities", ctx -> ctx.json(catalog.entities(QueryString.entities(ctx))));
    routes.get("/api/entities/{id}", this::entity);
  }

  private void entity(Context ctx) {
    QueryString.allow(ctx, List.of());
    String id = ctx.pathParam("id");
    ctx.json(
        catalog
            .entity(id)
            .orElseThrow(
                () ->
                    Problem.notFound(
                        "No current story names the entity '%s'.".formatted(Identifiers.cut(id)))));
  }
}
