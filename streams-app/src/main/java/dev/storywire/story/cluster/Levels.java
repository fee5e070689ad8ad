package dev.storywire.story.cluster;

/**
 * Reduces lengths, sizes and times to a few levels, so that a model cannot recognise a set of
 * articles by exact values.
 */
public final class Levels {
  private Levels() {}

  /** Returns 0 for the words of a headline, 1 for a brief, and so on; 4 for a long article. */
  static double ofLength(double words) {
    return level(words, 25, 80, 160, 320);
  }

  /** Returns true for a length of level 0. */
  static boolean isHeadline(double words) {
    return ofLength(words) == 0;
  }

  /** Returns 0 for half a day, 1 for a day, then 2, 3 and 4 for two, four and six days; else 5. */
  static double ofGap(double hours) {
    return level(hours, 13, 25, 49, 97, 145);
  }

  /** Returns 0 to 3 for 1 to 4 members, 4 for up to 8, 5 for up to 16, and 6 for more. */
  public static double ofSize(int members) {
    return level(members, 2, 3, 4, 5, 9, 17);
  }

  /** Returns the number of names, at most 6. */
  static double ofNames(int names) {
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
