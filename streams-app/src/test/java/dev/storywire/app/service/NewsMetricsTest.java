package dev.storywire.app.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.ArticleVerdictBuilder;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.serve.query.ServiceStatus.LaneStatus;
import dev.storywire.story.state.LaneOutput;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NewsMetricsTest {
  private static final Instant NOON = Instant.parse("2026-03-12T12:00:00Z");
  private static final Pattern NAME = Pattern.compile("storywire_[a-z_]+");

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final NewsMetrics metrics =
      new NewsMetrics(
          registry,
          Clock.fixed(NOON.plusSeconds(90), ZoneOffset.UTC),
          lane -> new LaneStatus(lane, 5, 3, 9, NOON));

  @Test
  void countsEachArticleOnceAndEachStoryEvent() {
    metrics.decided(new LaneOutput.Verdict(verdict(), true));
    metrics.decided(new LaneOutput.Verdict(verdict(), false));
    metrics.decided(new LaneOutput.Event(new StoryEvent.Reopened("s", 4, NOON, "en", null)));
    metrics.decided(new LaneOutput.Event(new StoryEvent.Opened("t", 1, NOON, "en", null, null)));
    metrics.refused("prepare", "no-text");
    metrics.decided(new LaneOutput.ClockAhead("en", 0, 1, "urn:a", false));
    metrics.late("en");
    metrics.waiting(0, 2);
    metrics.waiting(1, 4);
    metrics.waiting(0, 1);

    assertThat(registry.scrape().lines())
        .contains(
            "storywire_articles_total{lane=\"en\",relation=\"original\",status=\"usable\"} 1.0",
            "storywire_story_events_total{lane=\"en\",type=\"reopened\"} 1.0",
            "storywire_story_events_total{lane=\"en\",type=\"opened\"} 1.0",
            "storywire_clock_ahead_total{confirmed=\"false\",lane=\"en\"} 1.0",
            "storywire_dead_letters_total{code=\"no-text\",stage=\"prepare\"} 1.0",
            "storywire_articles_late_total{lane=\"en\"} 1.0",
            "storywire_stories{lane=\"en\",status=\"open\"} 3.0",
            "storywire_stories{lane=\"en\",status=\"closed\"} 2.0",
            "storywire_waiting 5.0",
            "storywire_lane_age_seconds{lane=\"en\"} 90.0");
  }

  @Test
  void alertsAndTheDashboardUseMetricsThatExist() throws IOException {
    metrics.decided(new LaneOutput.Verdict(verdict(), true));
    metrics.decided(new LaneOutput.Event(new StoryEvent.Opened("t", 1, NOON, "en", null, null)));
    metrics.refused("prepare", "no-text");
    metrics.late("en");
    Set<String> existing = names(registry.scrape());
    existing.addAll(
        List.of(
            // the service's own
            "storywire_raw_lag",
            "storywire_http_requests_seconds_count",
            "storywire_webhook_attempts_total"));

    Path ops = Path.of("../ops");
    assertThat(existing)
        .containsAll(names(Files.readString(ops.resolve("prometheus/alerts.yml"))))
        .containsAll(names(Files.readString(ops.resolve("grafana/dashboards/storywire.json"))));
  }

  private static Set<String> names(String text) {
    return NAME.matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static ArticleVerdict verdict() {
    return ArticleVerdictBuilder.builder()
        .uri("urn:a")
        .version(1)
        .status(ArticleVerdict.Status.USABLE)
        .lane("en")
        .storyId("s")
        .relation(ArticleVerdict.Relation.ORIGINAL)
        .decision(1)
        .resends(0)
        .decidedAt(NOON)
        .source("Harbour Wire")
        .headline("Bridge closed")
        .publishedAt(NOON)
        .language("en")
        .build();
  }
}
