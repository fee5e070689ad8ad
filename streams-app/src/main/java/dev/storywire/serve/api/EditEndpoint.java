package dev.storywire.serve.api;

import dev.storywire.schemas.Edit;
import dev.storywire.schemas.EditReader;
import dev.storywire.schemas.Refusal;
import dev.storywire.serve.http.BearerToken;
import dev.storywire.serve.http.HttpSettings;
import dev.storywire.serve.http.Problem;
import dev.storywire.serve.peers.ClusterQueries;
import dev.storywire.serve.query.EditIntake;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * {@code POST /api/edits}: an edit of an editor; off unless a token is set. Responds with 202 and
 * the id if the edit was stored. The lane decides it later. An edit that names a story or an
 * article that does not exist is refused at once.
 */
public final class EditEndpoint {
  /** More than the longest valid edit. */
  private static final int MAX_BYTES = 256 * 1024;

  private static final String NOT_JSON = "not-json";

  private final HttpSettings settings;
  private final EditIntake intake;
  private final EditCheck check;

  public EditEndpoint(HttpSettings settings, ClusterQueries queries, EditIntake intake) {
    this.settings = settings;
    this.intake = intake;
    this.check = new EditCheck(queries);
  }

  /** Registers the endpoint. */
  public void addTo(RoutesConfig routes) {
    routes.post("/api/edits", this::take);
  }

  private void take(Context ctx) {
    BearerToken.check(
        ctx,
        settings.tokens().edits(),
        "This service does not accept edits; it was started without a token for them"
            + " (http.edit.token).");
    RequestBody body = new RequestBody(ctx);
    if (!RequestBody.isJson(body.type())) {
      throw RequestBody.unsupported(
          "The Content-Type must be application/json, not '%s'.".formatted(body.type()));
    }
    byte[] value = body.text(MAX_BYTES).getBytes(StandardCharsets.UTF_8);
    EditReader.Result result = EditReader.read(value);
    if (result instanceof EditReader.Refused refused) {
      refuse(ctx, refused.refusal(), value.length);
    } else {
      take(ctx, ((EditReader.Read) result).edit());
    }
  }

  private void take(Context ctx, Edit edit) {
    Optional<Refusal> refusal = check.refusal(edit);
    if (refusal.isPresent()) {
      ctx.status(HttpStatus.UNPROCESSABLE_CONTENT).json(refusal.get());
    } else {
      intake.take(edit);
      ctx.status(HttpStatus.ACCEPTED).json(new Accepted(edit.id()));
    }
  }

  private static void refuse(Context ctx, Refusal refusal, int length) {
    if (length == 0 || refusal.code().equals(NOT_JSON)) {
      throw Problem.badRequest("The body is not an edit. " + refusal.reason());
    }
    ctx.status(HttpStatus.UNPROCESSABLE_CONTENT).json(refusal);
  }

  /** The id of a stored edit. */
  record Accepted(String id) {}
}
