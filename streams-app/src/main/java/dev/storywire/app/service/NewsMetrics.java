package dev.storywire.app.service;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.serve.query.ServiceStatus.LaneStatus;
import dev.storywire.story.state.LaneOutput;
import dev.storywire.topology.FlowListener;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Metrics of the news that this instance decides: articles, story events, dead letters, and of each
 * lane its stories and the age of its latest decision. Counters start at 0 with the instance.
 */
final class NewsMetrics implements FlowListener {
  private final MeterRegistry registry;
  private final Clock clock;
  private final Function<String, LaneStatus> lanes;
  private final Map<String, Instant> decidedAt = new ConcurrentHashMap<>();
  private final Map<Integer, Long> waiting = new ConcurrentHashMap<>();

  /**
   * Creates the metrics.
   *
   * @param lanes returns the counts of a lane
   */
  NewsMetrics(MeterRegistry registry, Clock clock, Function<String, LaneStatus> lanes) {
    this.registry = registry;
    this.clock = clock;
    this.lanes = lanes;
    Gauge.builder("storywire.waiting", () -> sum(waiting))
        .description("Articles and edits that wait for their turn or the end of their embargo")
        .register(registry);
  }

  @Override
  public void decided(LaneOutput output) {
    if (output instanceof LaneOutput.Verdict verdict && verdict.isResultOfRecord()) {
      article(verdict.verdict());
    } else if (output instanceof LaneOutput.Event event) {
      event(event.event());
    } else if (output instanceof LaneOutput.ClockAhead ahead) {
      registry
          .counter(
              "storywire.clock.ahead",
              "lane",
              ahead.lane(),
              "confirmed",
              Boolean.toString(ahead.isConfirmed()))
          .increment();
    }
  }

  @Override
  public void refused(String stage, String code) {
    registry.counter("storywire.dead.letters", "stage", stage, "code", code).increment();
  }

  @Override
  public void late(String lane) {
    registry.counter("storywire.articles.late", "lane", lane).increment();
  }

  @Override
  public void waiting(int lanePartition, long records) {
    waiting.put(lanePartition, records);
  }

  private void article(ArticleVerdict verdict) {
    ArticleVerdict.Relation relation = verdict.relation();
    registry
        .counter(
            "storywire.articles",
            "lane",
            verdict.lane(),
            "status",
            name(verdict.status()),
            "relation",
            relation == null ? "none" : name(relation))
        .increment();
    if (decidedAt.put(verdict.lane(), verdict.decidedAt()) == null) {
      lane(verdict.lane());
    }
  }

  private void lane(String lane) {
    Gauge.builder("storywire.lane.age", () -> age(lane))
        .description("Time between the lane's clock and now: the age of the news it decides")
        .baseUnit("seconds")
        .tag("lane", lane)
        .register(registry);
    stories(lane, "open", LaneStatus::openStories);
    stories(lane, "closed", status -> status.stories() - status.openStories());
  }

  private void stories(String lane, String status, ToDoubleFunction<LaneStatus> count) {
    Gauge.builder("storywire.stories", () -> count.applyAsDouble(lanes.apply(lane)))
        .description("Stories of a lane that this instance has decided in")
        .tag("lane", lane)
        .tag("status", status)
        .register(registry);
  }

  private void event(StoryEvent event) {
    registry
        .counter("storywire.story.events", "lane", event.lane(), "type", type(event))
        .increment();
  }

  /** Returns the type of an event as in the contract, such as {@code articleJoined}. */
  private static String type(StoryEvent event) {
    String name = event.getClass().getSimpleName();
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  private static long sum(Map<Integer, Long> numbers) {
    return numbers.values().stream().mapToLong(Long::longValue).sum();
  }

  private double age(String lane) {
    Instant latest = decidedAt.getOrDefault(lane, clock.instant());
    return Math.max(0, clock.millis() - latest.toEpochMilli()) / 1_000.0;
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
