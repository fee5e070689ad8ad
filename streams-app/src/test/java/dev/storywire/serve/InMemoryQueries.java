package dev.storywire.serve;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.serve.catalog.StoryCatalog;
import dev.storywire.serve.query.Catalog;
import dev.storywire.serve.query.NotReadyException;
import dev.storywire.serve.query.ServiceStatus;
import dev.storywire.serve.query.StoryEvents;
import dev.storywire.serve.query.StoryQueries;
import dev.storywire.serve.query.StoryQuery;
import dev.storywire.serve.query.StoryUpdate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Queries and feed over stories in memory, which a test publishes. */
public final class InMemoryQueries implements StoryQueries, StoryEvents {
  private final StoryCatalog index = new StoryCatalog(10_000);
  private final Map<String, Story> stories = new ConcurrentHashMap<>();
  private final Map<String, ArticleVerdict> articles = new ConcurrentHashMap<>();
  private final Map<String, List<StoryEvent>> events = new ConcurrentHashMap<>();
  private final List<Consumer<StoryUpdate>> consumers = new CopyOnWriteArrayList<>();
  private final InMemoryLog log = new InMemoryLog();
  private final InMemoryTopics topics = new InMemoryTopics();
  private volatile ServiceStatus.State state = ServiceStatus.State.RUNNING;

  public void publish(Story story) {
    stories.put(story.storyId(), story);
    send(StoryUpdate.of(story));
  }

  public void retire(String storyId) {
    stories.remove(storyId);
    send(StoryUpdate.retired(storyId));
  }

  public void publish(ArticleVerdict verdict) {
    articles.put(verdict.uri(), verdict);
  }

  public void publish(StoryEvent event) {
    events.computeIfAbsent(event.storyId(), id -> new CopyOnWriteArrayList<>()).add(event);
    log.append(event);
  }

  void setState(ServiceStatus.State newState) {
    state = newState;
  }

  InMemoryLog log() {
    return log;
  }

  public InMemoryTopics topics() {
    return topics;
  }

  int listeners() {
    return consumers.size();
  }

  @Override
  public Catalog catalog() {
    return index;
  }

  @Override
  public Optional<Story> story(String storyId) {
    if (!state.ready()) {
      throw new NotReadyException("The lane of this story is being moved; ask again in a moment.");
    }
    return Optional.ofNullable(stories.get(storyId));
  }

  @Override
  public Optional<ArticleVerdict> article(String uri) {
    return Optional.ofNullable(articles.get(uri));
  }

  @Override
  public List<StoryEvent> events(String storyId, int limit) {
    List<StoryEvent> known = events.getOrDefault(storyId, List.of());
    return new ArrayList<>(known.subList(Math.max(0, known.size() - limit), known.size()));
  }

  @Override
  public ServiceStatus status() {
    Instant eventTime = index.stories(StoryQuery.all()).eventTime();
    return new ServiceStatus(
        "0-test",
        "localhost:0",
        state,
        "Set by a test.",
        eventTime,
        0,
        Map.of("articles", (long) articles.size(), "stories", (long) stories.size()),
        lanes(),
        List.of());
  }

  @Override
  public Subscription subscribe(Consumer<StoryUpdate> consumer) {
    consumers.add(consumer);
    return () -> consumers.remove(consumer);
  }

  private List<ServiceStatus.LaneStatus> lanes() {
    Map<String, Long> sizes =
        stories.values().stream()
            .collect(Collectors.groupingBy(Story::lane, TreeMap::new, Collectors.counting()));
    return sizes.entrySet().stream()
        .map(
            lane ->
                new ServiceStatus.LaneStatus(
                    lane.getKey(), lane.getValue(), lane.getValue(), 0, null))
        .toList();
  }

  private void send(StoryUpdate update) {
    index.accept(update);
    consumers.forEach(consumer -> consumer.accept(update));
  }
}
