package dev.storywire.story.cluster;

/**
 * Lengths, sizes and times in a few steps, so that a model cannot recognise a set of articles by
 * exact values.
 */
public final class Levels {
  private Levels() {}

  /** Words of text: a headline, a brief, a short article, an article, a long one: 0 to 4. */
  static double length(double words) {
    return level(words, 25, 80, 160, 320);
  }

  /** Hours: the same half day, a day, two, four, six, more: 0 to 5. */
  static double gap(double hours) {
    return level(hours, 13, 25, 49, 97, 145);
  }

  /** Members of a story: 1, 2, 3, 4, up to 8, up to 16, more: 0 to 6. */
  public static double size(int members) {
    return level(members, 2, 3, 4, 5, 9, 17);
  }

  /** Names in an article: 0 to 5, and 6 for more. */
  static double names(int names) {
    return Math.min(6, names);
  }

  private static int level(double value, double... steps) {
    int level = 0;
    while (level < steps.length && value >= steps[level]) {
      level++;
    }
    return level;
  }
}
