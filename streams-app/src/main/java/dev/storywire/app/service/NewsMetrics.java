package dev.storywire.app.service;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.story.LaneOutput;
import dev.storywire.topology.FlowListener;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Metrics of the news that this instance decides: articles, story events, dead letters, and the age
 * of the latest decision of each lane. Counters start at 0 with the instance.
 */
final class NewsMetrics implements FlowListener {
  private final MeterRegistry registry;
  private final Clock clock;
  private final Map<String, Instant> decidedAt = new ConcurrentHashMap<>();

  NewsMetrics(MeterRegistry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
  }

  @Override
  public void decided(LaneOutput output) {
    if (output instanceof LaneOutput.Verdict verdict && verdict.arrival()) {
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
      Gauge.builder("storywire.lane.age", () -> age(verdict.lane()))
          .description("Time between the lane's clock and now: the age of the news it decides")
          .baseUnit("seconds")
          .tag("lane", verdict.lane())
          .register(registry);
    }
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

  private double age(String lane) {
    Instant latest = decidedAt.getOrDefault(lane, clock.instant());
    return Math.max(0, clock.millis() - latest.toEpochMilli()) / 1_000.0;
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
