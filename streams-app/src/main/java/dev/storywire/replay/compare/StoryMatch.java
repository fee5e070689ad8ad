package dev.storywire.replay.compare;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Matches the stories of two runs greedily by the number of articles they share; each story has at
 * most one counterpart. Story ids are ignored.
 */
final class StoryMatch {
  private static final Comparator<Overlap> LARGEST_FIRST =
      comparingInt((Overlap overlap) -> -overlap.uris().size())
          .thenComparing(overlap -> overlap.uris().first());

  private StoryMatch() {}

  /** The relation between the two stories of an overlap. */
  enum Kind {
    /** They are counterparts. */
    SAME,
    /** The first has no counterpart; this is the largest part of it. */
    MERGED,
    /** The second has no counterpart; this is the largest part of it. */
    SPLIT,
    /** Both have other counterparts, or larger parts. */
    MOVED
  }

  /** The articles, at least one, that a story of the first run shares with one of the second. */
  record Overlap(Kind kind, String first, String second, TreeSet<String> uris) {
    private Overlap withKind(Kind other) {
      return new Overlap(other, first, second, uris);
    }
  }

  /** Returns the overlaps of two runs, the largest first; each run maps a uri to its story. */
  static List<Overlap> of(NavigableMap<String, String> first, NavigableMap<String, String> second) {
    Map<String, Map<String, Overlap>> pairs = new TreeMap<>();
    first.forEach(
        (uri, one) -> {
          String other = second.get(uri);
          if (other != null) {
            pairs
                .computeIfAbsent(one, story -> new TreeMap<>())
                .computeIfAbsent(
                    other, story -> new Overlap(Kind.MOVED, one, other, new TreeSet<>()))
                .uris()
                .add(uri);
          }
        });
    List<Overlap> overlaps =
        new ArrayList<>(pairs.values().stream().flatMap(of -> of.values().stream()).toList());
    overlaps.sort(LARGEST_FIRST);
    return classify(overlaps);
  }

  private static List<Overlap> classify(List<Overlap> largestFirst) {
    Map<String, String> counterparts = new HashMap<>();
    Set<String> taken = new HashSet<>();
    for (Overlap overlap : largestFirst) {
      if (!counterparts.containsKey(overlap.first()) && taken.add(overlap.second())) {
        counterparts.put(overlap.first(), overlap.second());
      }
    }
    // a story without a counterpart is classified by its largest overlap, the first in this order
    Set<String> seenFirst = new HashSet<>(counterparts.keySet());
    Set<String> seenSecond = new HashSet<>(taken);
    List<Overlap> classified = new ArrayList<>();
    for (Overlap overlap : largestFirst) {
      if (overlap.second().equals(counterparts.get(overlap.first()))) {
        classified.add(overlap.withKind(Kind.SAME));
      } else if (seenFirst.add(overlap.first())) {
        classified.add(overlap.withKind(Kind.MERGED));
      } else if (seenSecond.add(overlap.second())) {
        classified.add(overlap.withKind(Kind.SPLIT));
      } else {
        classified.add(overlap);
      }
    }
    return classified;
  }
}
