package dev.storywire.story.trees;

import java.util.ArrayList;
import java.util.List;

/**
 * The features of a model, in order.
 *
 * @param names one for each feature
 * @param directions for each feature 1 if a higher value can only raise the score, -1 if it can
 *     only lower it, 0 if either
 */
public record FeatureSet(List<String> names, List<Integer> directions) {
  /** Copies the lists. */
  public FeatureSet {
    names = List.copyOf(names);
    directions = List.copyOf(directions);
  }

  /**
   * Makes a set from names: {@code +name} has direction 1, {@code -name} direction -1, and a plain
   * name direction 0.
   */
  public static FeatureSet of(String... features) {
    List<String> names = new ArrayList<>();
    List<Integer> directions = new ArrayList<>();
    for (String feature : features) {
      char first = feature.charAt(0);
      directions.add(first == '+' ? 1 : first == '-' ? -1 : 0);
      names.add(first == '+' || first == '-' ? feature.substring(1) : feature);
    }
    return new FeatureSet(names, directions);
  }

  /** Returns the number of features. */
  public int size() {
    return names.size();
  }

  /** Returns the position of a feature, or -1 if the set lacks it. */
  public int indexOf(String name) {
    return names.indexOf(name);
  }

  /** Returns the features with each direction reversed, for the opposite question. */
  public FeatureSet reversed() {
    return new FeatureSet(names, directions.stream().map(d -> -d).toList());
  }
}
