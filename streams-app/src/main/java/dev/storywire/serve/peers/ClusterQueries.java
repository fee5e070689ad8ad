package dev.storywire.serve.peers;

import com.fasterxml.jackson.databind.JavaType;
import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.serve.query.NotReady;
import dev.storywire.serve.query.ServiceStatus;
import dev.storywire.serve.query.StoryAnswer;
import dev.storywire.serve.query.StoryQueries;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Answers for all instances: from this one's stores where they can, else from the others. */
public final class ClusterQueries {
  private final StoryQueries here;
  private final Peers peers;

  public ClusterQueries(StoryQueries here, Peers peers) {
    this.here = here;
    this.peers = peers;
  }

  /** This instance alone. */
  public StoryQueries here() {
    return here;
  }

  /** A story's snapshot, merged or not. */
  public Optional<Story> story(String storyId) {
    return find(
        here.story(storyId),
        "/api/stories/" + encode(storyId),
        type(StoryAnswer.class),
        StoryAnswer::story);
  }

  /** An article's verdict. */
  public Optional<ArticleVerdict> article(String uri) {
    return find(
        here.article(uri),
        "/api/articles/" + encode(uri),
        type(ArticleVerdict.class),
        Function.identity());
  }

  /** A story's events; none where nobody knows it. */
  public List<StoryEvent> events(String storyId, int limit) {
    List<StoryEvent> own = here.events(storyId, limit);
    return find(
            own.isEmpty() ? Optional.empty() : Optional.of(own),
            "/api/stories/" + encode(storyId) + "/events",
            type(StoryAnswer.Log.class),
            StoryAnswer.Log::events)
        .orElse(List.of());
  }

  /** All instances as one. */
  public ServiceStatus status() {
    ServiceStatus own = here.status();
    Peers.Answers<ServiceStatus> others =
        peers.ask("/api/status?local=true", type(ServiceStatus.class));
    return ClusterStatus.of(own, others.found(), others.unanswered());
  }

  private <A, T> Optional<T> find(
      Optional<T> own, String path, JavaType answer, Function<A, T> value) {
    if (own.isPresent()) {
      return own;
    }
    Peers.Answers<A> others = peers.ask(path + "?local=true", answer);
    if (others.found().isEmpty() && !others.unanswered().isEmpty()) {
      throw new NotReady(
          "Not found on the instances that answered; %s did not answer. Ask again."
              .formatted(String.join(", ", others.unanswered())));
    }
    return others.found().stream().findFirst().map(value);
  }

  private static JavaType type(Class<?> type) {
    return Json.mapper().constructType(type);
  }

  private static String encode(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
