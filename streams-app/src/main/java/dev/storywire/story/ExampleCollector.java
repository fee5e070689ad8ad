package dev.storywire.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns the decisions of a run into training examples: an article belongs to a story if most of the
 * story's labelled members share its label. Decisions on unlabelled articles, and on stories
 * without labelled members, teach nothing.
 */
final class ExampleCollector implements DecisionObserver {
  private static final double LEAST_CLEAR = 0.2;

  private final Map<String, String> labels;
  final List<TreeBooster.Example> joins = new ArrayList<>();
  final List<TreeBooster.Example> merges = new ArrayList<>();
  final List<TreeBooster.Example> splits = new ArrayList<>();

  ExampleCollector(Map<String, String> labels) {
    this.labels = labels;
  }

  @Override
  public void join(String uri, List<Candidate> candidates) {
    String label = labels.get(uri);
    if (label == null) {
      return;
    }
    for (Candidate candidate : candidates) {
      // a decision on a young story shapes more than one on a story that has taken form
      double weight = Math.pow(2, -candidate.features[JoinFeatures.STORY_SIZE] / 2);
      add(joins, candidate.features, share(Map.of(label, 1), counts(candidate.story)), weight);
    }
  }

  @Override
  public void merge(StoryState a, StoryState b, double[] features) {
    add(merges, features, share(counts(a), counts(b)), 1);
  }

  @Override
  public void split(Bisection parts, double[] features) {
    add(splits, features, 1 - share(counts(parts.stays()), counts(parts.leaves())), 1);
  }

  private static void add(
      List<TreeBooster.Example> examples, double[] features, double share, double weight) {
    double clear = 2 * Math.abs(share - 0.5);
    if (clear > LEAST_CLEAR) {
      examples.add(new TreeBooster.Example(features, share > 0.5, weight * clear));
    }
  }

  private Map<String, Integer> counts(StoryState story) {
    Map<String, Integer> counts = new HashMap<>();
    for (MemberArticle member : story.members) {
      String label = labels.get(member.uri);
      if (label != null) {
        counts.merge(label, 1, Integer::sum);
      }
    }
    return counts;
  }

  /** Share of the pairs across that have one label; one half where nothing is known. */
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
