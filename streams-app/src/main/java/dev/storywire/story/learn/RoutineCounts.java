package dev.storywire.story.learn;

import dev.storywire.schemas.ArticleVerdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts how well the routine notices of one kind were kept apart.
 *
 * @param kind of {@link RoutineTemplates}
 * @param joined events that share a story with another event of the kind
 * @param later later reports on an event
 * @param found those in the story of the first report
 */
public record RoutineCounts(String kind, int events, int joined, int later, int found) {
  /** Counts for each kind in a file of templates; empty for any other file. */
  public static List<RoutineCounts> of(Path file, StoriesEvaluation evaluation) {
    return RoutineTemplates.isTemplates(file)
        ? of(LabelledArticle.read(file), evaluation.verdicts())
        : List.of();
  }

  /**
   * Counts from the verdicts on articles of {@link RoutineTemplates}.
   *
   * @param articles in the order of the stream
   * @param verdicts by article id
   */
  static List<RoutineCounts> of(
      List<LabelledArticle> articles, Map<String, ArticleVerdict> verdicts) {
    Map<String, Counter> counters = new TreeMap<>();
    for (LabelledArticle article : articles) {
      String event = Objects.requireNonNull(article.story());
      ArticleVerdict verdict = Objects.requireNonNull(verdicts.get(article.id()));
      counters
          .computeIfAbsent(RoutineTemplates.kind(event), kind -> new Counter())
          .add(event, String.valueOf(verdict.storyId()));
    }
    List<RoutineCounts> counts = new ArrayList<>();
    counters.forEach((kind, counter) -> counts.add(counter.counts(kind)));
    return counts;
  }

  private static final class Counter {
    private final Map<String, Set<String>> eventsOfStory = new HashMap<>();
    private final Map<String, String> storyOfFirst = new HashMap<>();
    private int later;
    private int found;

    void add(String event, String story) {
      eventsOfStory.computeIfAbsent(story, s -> new HashSet<>()).add(event);
      String first = storyOfFirst.putIfAbsent(event, story);
      if (first != null) {
        later++;
        found += first.equals(story) ? 1 : 0;
      }
    }

    RoutineCounts counts(String kind) {
      Set<String> joined = new HashSet<>();
      eventsOfStory.values().stream().filter(s -> s.size() > 1).forEach(joined::addAll);
      return new RoutineCounts(kind, storyOfFirst.size(), joined.size(), later, found);
    }
  }
}
