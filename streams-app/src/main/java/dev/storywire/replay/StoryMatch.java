package dev.storywire.replay;

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
 * Which stories of two runs are the same ones: by the articles they share, the greatest overlap
 * first, each story at most once. Ids do not matter.
 */
final class StoryMatch {
  private static final Comparator<Overlap> GREATEST_FIRST =
      comparingInt((Overlap overlap) -> -overlap.uris().size())
          .thenComparing(overlap -> overlap.uris().first());

  private StoryMatch() {}

  /** How the two stories of an overlap stand to each other. */
  enum Kind {
    /** They are the same one. */
    SAME,
    /** The first is no story of its own any more, and most of it is here. */
    JOINED,
    /** The second was no story of its own before, and most of it was here. */
    PARTED,
    /** Both have other counterparts. */
    MOVED
  }

  /** Articles that a story of the first run and one of the second have in common; at least one. */
  record Overlap(Kind kind, String first, String second, TreeSet<String> uris) {
    private Overlap as(Kind other) {
      return new Overlap(other, first, second, uris);
    }
  }

  /** The overlaps of two runs, the greatest first; each run is given as the story of each uri. */
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
    overlaps.sort(GREATEST_FIRST);
    return named(overlaps);
  }

  private static List<Overlap> named(List<Overlap> greatestFirst) {
    Map<String, String> counterparts = new HashMap<>();
    Set<String> taken = new HashSet<>();
    for (Overlap overlap : greatestFirst) {
      if (!counterparts.containsKey(overlap.first()) && taken.add(overlap.second())) {
        counterparts.put(overlap.first(), overlap.second());
      }
    }
    // a story without a counterpart goes where most of it is: its first overlap in this order
    Set<String> gone = new HashSet<>(counterparts.keySet());
    Set<String> come = new HashSet<>(taken);
    List<Overlap> named = new ArrayList<>();
    for (Overlap overlap : greatestFirst) {
      if (overlap.second().equals(counterparts.get(overlap.first()))) {
        named.add(overlap.as(Kind.SAME));
      } else if (gone.add(overlap.first())) {
        named.add(overlap.as(Kind.JOINED));
      } else if (come.add(overlap.second())) {
        named.add(overlap.as(Kind.PARTED));
      } else {
        named.add(overlap);
      }
    }
    return named;
  }
}
