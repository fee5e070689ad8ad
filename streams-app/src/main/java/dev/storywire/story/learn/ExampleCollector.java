package dev.storywire.story.learn;

import dev.storywire.story.cluster.DecisionObserver;
import dev.storywire.story.cluster.Levels;
import dev.storywire.story.cluster.StoryState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns the decisions of a run into training examples: an article belongs to a story if most of the
 * story's labelled members share its label. Decisions on unlabelled articles, and on stories
 * without labelled members, are ignored.
 */
final class ExampleCollector implements DecisionObserver {
  private static final double MIN_CLEAR = 0.2;

  private final Map<String, String> labels;
  final List<TreeBooster.Example> joins = new ArrayList<>();
  final List<TreeBooster.Example> merges = new ArrayList<>();
  final List<TreeBooster.Example> splits = new ArrayList<>();

  ExampleCollector(Map<String, String> labels) {
    this.labels = labels;
  }

  @Override
  public void join(String uri, StoryState story, double[] features) {
    String label = labels.get(uri);
    if (label == null) {
      return;
    }
    // a decision on a small story affects more of the later ones
    double weight = Math.pow(2, -Levels.ofSize(story.uris().size()) / 2);
    add(joins, features, share(Map.of(label, 1), counts(story)), weight);
  }

  @Override
  public void merge(StoryState a, StoryState b, double[] features) {
    add(merges, features, share(counts(a), counts(b)), 1);
  }

  @Override
  public void split(StoryState stays, StoryState leaves, double[] features) {
    add(splits, features, 1 - share(counts(stays), counts(leaves)), 1);
  }

  private static void add(
      List<TreeBooster.Example> examples, double[] features, double share, double weight) {
    double clear = 2 * Math.abs(share - 0.5);
    if (clear > MIN_CLEAR) {
      examples.add(new TreeBooster.Example(features, share > 0.5, weight * clear));
    }
  }

  private Map<String, Integer> counts(StoryState story) {
    Map<String, Integer> counts = new HashMap<>();
    for (String uri : story.uris()) {
      String label = labels.get(uri);
      if (label != null) {
        counts.merge(label, 1, Integer::sum);
      }
    }
    return counts;
  }

  /** Returns the share of the pairs across that have one label; one half if there is no pair. */
  private static double share(Map<String, Integer> a, Map<String, Integer> b) {
    double same = 0;
    double all = 0;
    for (Map.Entry<String, Integer> left : a.entrySet()) {
      for (Map.Entry<String, Integer> right : b.entrySet()) {
        double pairs = (double) left.getValue() * right.getValue();
        all += pairs;
        same += left.getKey().equals(right.getKey()) ? pairs : 0;
      }
    }
    return all == 0 ? 0.5 : same / all;
  }
}
