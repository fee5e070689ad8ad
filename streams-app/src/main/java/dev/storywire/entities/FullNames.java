package dev.storywire.entities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The full names of persons in one article, indexed by the words by which they can be abbreviated.
 * A lookup is a binary search, so that even a long list of names takes almost linear time.
 */
final class FullNames {
  private final Map<String, List<Occurrence>> byFamily = new HashMap<>();
  private final Map<String, List<Occurrence>> byFirst = new HashMap<>();
  private final Map<String, List<Occurrence>> byInitialAndFamily = new HashMap<>();

  /** Adds a full name. They must be added in the order of the text. */
  void add(Occurrence full) {
    String first = full.form().first();
    index(byFamily, full.family(), full);
    index(byFirst, first, full);
    index(byInitialAndFamily, first.charAt(0) + " " + full.family(), full);
  }

  private static void index(Map<String, List<Occurrence>> index, String key, Occurrence full) {
    index.computeIfAbsent(key, k -> new ArrayList<>()).add(full);
  }

  /**
   * Finds the person for a shorter form: the last matching full name before it, else the first one
   * after it, else null.
   */
  @Nullable Occurrence find(Occurrence shortForm) {
    NameForm form = shortForm.form();
    if (form.words().size() > 1) {
      return form.first().length() == 1
          ? nearest(byInitialAndFamily, form.first() + " " + shortForm.family(), shortForm.start())
          : null;
    }
    Occurrence family = nearest(byFamily, shortForm.family(), shortForm.start());
    Occurrence given = nearest(byFirst, form.first(), shortForm.start());
    return family == null || (given != null && isNearer(given, family, shortForm.start()))
        ? given
        : family;
  }

  private static @Nullable Occurrence nearest(
      Map<String, List<Occurrence>> index, String key, int start) {
    List<Occurrence> names = index.get(key);
    if (names == null) {
      return null;
    }
    int before = 0;
    int end = names.size();
    while (before < end) {
      int middle = (before + end) >>> 1;
      if (names.get(middle).start() < start) {
        before = middle + 1;
      } else {
        end = middle;
      }
    }
    return names.get(Math.max(0, before - 1));
  }

  /**
   * Returns true if a is the better match: a preceding name rather than a following one, then the
   * nearer one.
   */
  private static boolean isNearer(Occurrence a, Occurrence b, int start) {
    boolean aBefore = a.start() < start;
    boolean bBefore = b.start() < start;
    if (aBefore != bBefore) {
      return aBefore;
    }
    return aBefore ? a.start() > b.start() : a.start() < b.start();
  }
}
