package dev.storywire.story.learn;

import dev.storywire.story.prepare.LaneRule;
import dev.storywire.story.prepare.Preparation;
import dev.storywire.story.prepare.PreparedArticle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A set of articles, prepared once for many evaluations.
 *
 * @param name the file name
 * @param articles in stream order
 * @param labels story by uri; an article without one is background
 */
record PreparedSet(String name, List<PreparedArticle> articles, Map<String, String> labels) {
  /** Prepares articles as the service does. */
  static PreparedSet of(String name, List<LabelledArticle> articles) {
    Preparation preparation = new Preparation(LaneRule.parse("language"));
    List<PreparedArticle> prepared = new ArrayList<>();
    Map<String, String> labels = new HashMap<>();
    for (LabelledArticle article : articles) {
      prepared.add(preparation.prepare(article.item(), 1, article.time().toEpochMilli()));
      if (article.isLabelled()) {
        labels.put(article.id(), Objects.requireNonNull(article.story()));
      }
    }
    return new PreparedSet(name, prepared, labels);
  }
}
