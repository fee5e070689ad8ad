package dev.storywire.topology;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.story.state.LaneOutput;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports late articles: they arrived when the lane clock was already after their time. A warning
 * states when articles of an archive arrive in a lane that has later news, since they are not
 * grouped.
 */
final class LateArticles {
  private static final Logger LOG = LoggerFactory.getLogger(LateArticles.class);

  private final Duration closeAfter;
  private final FlowListener listener;

  /** Number of articles of each lane that were late by more than the window. */
  private final Map<String, Integer> archived = new HashMap<>();

  /**
   * Creates a reporter.
   *
   * @param closeAfter time after which the stories of an article's time are closed
   */
  LateArticles(Duration closeAfter, FlowListener listener) {
    this.closeAfter = closeAfter;
    this.listener = listener;
  }

  /** Reports the article that caused these outputs if it was late. */
  void report(List<LaneOutput> decided, PreparedRecord.@Nullable Ordered cause) {
    if (cause instanceof PreparedRecord.Article article) {
      Instant time = Instant.ofEpochMilli(article.orderKey().orderTime());
      for (LaneOutput output : decided) {
        if (output instanceof LaneOutput.Verdict verdict
            && verdict.isResultOfRecord()
            && verdict.verdict().decidedAt().isAfter(time)) {
          listener.late(verdict.verdict().lane());
          warn(verdict.verdict(), time);
        }
      }
    }
  }

  /** Warns of the first such article of a lane, the tenth, the hundredth, and so on. */
  private void warn(ArticleVerdict verdict, Instant time) {
    Instant clock = verdict.decidedAt();
    if (Duration.between(time, clock).compareTo(closeAfter) <= 0) {
      return;
    }
    int count = archived.merge(verdict.lane(), 1, Integer::sum);
    if (isPowerOfTen(count)) {
      LOG.atWarn()
          .addKeyValue("uri", verdict.uri())
          .log(
              "Lane {}: article {} has the time {}, and the clock is at {}. Articles that are so"
                  + " late may not be grouped: replay an archive under a name of its own. So far"
                  + " there were {}",
              verdict.lane(),
              verdict.uri(),
              time,
              clock,
              count);
    }
  }

  static boolean isPowerOfTen(int number) {
    int rest = number;
    while (rest > 1 && rest % 10 == 0) {
      rest /= 10;
    }
    return rest == 1;
  }
}
