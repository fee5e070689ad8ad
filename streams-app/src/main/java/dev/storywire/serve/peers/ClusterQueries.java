package dev.storywire.serve.peers;

import com.fasterxml.jackson.databind.JavaType;
import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.serve.query.NotReadyException;
import dev.storywire.serve.query.ServiceStatus;
import dev.storywire.serve.query.StoryQueries;
import dev.storywire.serve.query.StoryResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Answers queries from the stores of this instance, or else from the other instances. */
public final class ClusterQueries {
  private static final int MAX_MERGES = 32;

  private final StoryQueries here;
  private final Peers peers;

  public ClusterQueries(StoryQueries here, Peers peers) {
    this.here = here;
    this.peers = peers;
  }

  /** Returns the queries to this instance only. */
  public StoryQueries here() {
    return here;
  }

  /** Returns the snapshot of a story, which may be merged. */
  public Optional<Story> story(String storyId) {
    return find(
        here.story(storyId),
        "/api/stories/" + encode(storyId),
        type(StoryResponse.class),
        StoryResponse::story);
  }

  /** Returns the last story in a chain of merges that still exists. */
  public Story follow(Story merged) {
    Set<String> seen = new HashSet<>();
    Story story = merged;
    while (seen.add(story.storyId()) && seen.size() < MAX_MERGES) {
      String next = story.mergedInto();
      if (next == null) {
        break;
      }
      Optional<Story> into = story(next);
      if (into.isEmpty()) {
        break;
      }
      story = into.get();
    }
    return story;
  }

  /** Returns the verdict on an article. */
  public Optional<ArticleVerdict> article(String uri) {
    return find(
        here.article(uri),
        "/api/articles/" + encode(uri),
        type(ArticleVerdict.class),
        Function.identity());
  }

  /** Returns the events of a story; empty if no instance has it. */
  public List<StoryEvent> events(String storyId, int limit) {
    List<StoryEvent> own = here.events(storyId, limit);
    return find(
            own.isEmpty() ? Optional.empty() : Optional.of(own),
            "/api/stories/" + encode(storyId) + "/events?limit=" + limit,
            type(StoryResponse.Log.class),
            StoryResponse.Log::events)
        .orElse(List.of());
  }

  /** Returns the combined status of all instances. */
  public ServiceStatus status() {
    ServiceStatus own = here.status();
    Peers.Answers<ServiceStatus> others =
        peers.query("/api/status?local=true", type(ServiceStatus.class));
    return ClusterStatus.of(own, others.found(), others.unanswered());
  }

  private <A, T> Optional<T> find(
      Optional<T> own, String path, JavaType answer, Function<A, T> value) {
    if (own.isPresent()) {
      return own;
    }
    String local = path + (path.contains("?") ? "&" : "?") + "local=true";
    Peers.Answers<A> others = peers.query(local, answer);
    if (others.found().isEmpty() && !others.unanswered().isEmpty()) {
      throw new NotReadyException(
          "Not found on the instances that answered; %s did not answer. Try again."
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
