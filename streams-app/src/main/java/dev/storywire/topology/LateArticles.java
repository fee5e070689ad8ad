package dev.storywire.topology;

import dev.storywire.story.state.LaneOutput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds late articles: they arrived when the lane clock was already after their time. */
final class LateArticles {
  private LateArticles() {}

  /** Reports the article that caused these outputs if it was late. */
  static void report(
      List<LaneOutput> decided, PreparedRecord.@Nullable Ordered cause, FlowListener listener) {
    if (cause instanceof PreparedRecord.Article article) {
      long time = article.orderKey().orderTime();
      for (LaneOutput output : decided) {
        if (output instanceof LaneOutput.Verdict verdict
            && verdict.arrival()
            && verdict.verdict().decidedAt().toEpochMilli() > time) {
          listener.late(verdict.verdict().lane());
        }
      }
    }
  }
}
