package dev.storywire.replay.compare;

import static java.util.Comparator.comparingInt;

import dev.storywire.replay.compare.StoryMatch.Kind;
import dev.storywire.replay.compare.StoryMatch.Overlap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Computes the differences between the results of two runs. */
final class ResultComparison {
  private static final String IN_A_STORY = "in a story";

  private final RunResults first;
  private final RunResults second;
  private final NavigableMap<String, String> before;
  private final NavigableMap<String, String> after;
  private final NavigableSet<String> seenFirst;
  private final NavigableSet<String> seenSecond;
  private final List<Overlap> overlaps;

  ResultComparison(RunResults first, RunResults second) {
    this.first = first;
    this.second = second;
    this.before = first.storyOf();
    this.after = second.storyOf();
    this.seenFirst = first.seen();
    this.seenSecond = second.seen();
    this.overlaps = StoryMatch.of(before, after);
  }

  Differences differences() {
    return new Differences(
        first.storyCount(),
        second.storyCount(),
        same(),
        without(seenFirst, seenSecond),
        without(seenSecond, seenFirst),
        Stream.of(merged(), split(), moved(), copies(), outcomes())
            .flatMap(kind -> kind.sorted(comparingInt(d -> -d.weight())))
            .toList());
  }

  private Stream<Difference> merged() {
    return parts(Kind.MERGED, Overlap::second, overlap -> first.story(overlap.first()))
        .map(parts -> new Difference.Merged(second.story(parts.getKey()), parts.getValue()));
  }

  private Stream<Difference> split() {
    return parts(Kind.SPLIT, Overlap::first, overlap -> second.story(overlap.second()))
        .map(parts -> new Difference.Split(first.story(parts.getKey()), parts.getValue()));
  }

  /**
   * Returns, for each story that is several stories in the other run, its parts; the counterpart
   * comes first.
   */
  private Stream<Map.Entry<String, List<Difference.Part>>> parts(
      Kind kind, Function<Overlap, String> whole, Function<Overlap, Summary.Story> part) {
    Map<String, List<Difference.Part>> parts = new TreeMap<>();
    overlaps.stream()
        .filter(overlap -> overlap.kind() == kind || overlap.kind() == Kind.SAME)
        .sorted(comparingInt(overlap -> overlap.kind() == Kind.SAME ? 0 : 1))
        .forEach(
            overlap ->
                parts
                    .computeIfAbsent(whole.apply(overlap), story -> new ArrayList<>())
                    .add(new Difference.Part(part.apply(overlap), articles(overlap))));
    return parts.entrySet().stream().filter(entry -> entry.getValue().size() > 1);
  }

  private Stream<Difference> moved() {
    return overlaps.stream()
        .filter(overlap -> overlap.kind() == Kind.MOVED)
        .map(
            overlap ->
                new Difference.Moved(
                    first.story(overlap.first()),
                    second.story(overlap.second()),
                    articles(overlap)));
  }

  private Stream<Difference> copies() {
    return before.keySet().stream()
        .filter(after::containsKey)
        .filter(uri -> !first.originalOf(uri).equals(second.originalOf(uri)))
        .map(
            uri ->
                new Difference.Copy(
                    second.article(uri),
                    first.article(first.originalOf(uri)),
                    second.article(second.originalOf(uri))));
  }

  private Stream<Difference> outcomes() {
    return seenFirst.stream()
        .filter(seenSecond::contains)
        .filter(uri -> !state(uri, first, before).equals(state(uri, second, after)))
        .map(
            uri ->
                new Difference.Outcome(
                    (after.containsKey(uri) ? second : first).article(uri),
                    state(uri, first, before),
                    state(uri, second, after)));
  }

  private static String state(String uri, RunResults outcome, Map<String, String> storyOf) {
    return storyOf.containsKey(uri) ? IN_A_STORY : outcome.stateOutsideStories(uri);
  }

  private int same() {
    Set<String> apart = new HashSet<>();
    Predicate<Overlap> isSame = overlap -> overlap.kind() == Kind.SAME;
    overlaps.stream()
        .filter(isSame.negate())
        .forEach(overlap -> apart.addAll(List.of("1 " + overlap.first(), "2 " + overlap.second())));
    return (int)
        overlaps.stream()
            .filter(isSame)
            .filter(o -> !apart.contains("1 " + o.first()) && !apart.contains("2 " + o.second()))
            .count();
  }

  private static int without(Collection<String> uris, Collection<String> others) {
    return (int) uris.stream().filter(uri -> !others.contains(uri)).count();
  }

  private List<Summary.Article> articles(Overlap overlap) {
    return overlap.uris().stream().map(second::article).sorted(Summary.BY_TIME).toList();
  }
}
