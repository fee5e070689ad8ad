package dev.storywire.serve.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import dev.storywire.serve.diff.Passage.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Compares two texts by words: between their common beginning and end, by the algorithm of Myers
 * (An O(ND) difference algorithm and its variations, 1986). {@link #MAX_COMPARED} bounds its time.
 */
public final class WordDiff {
  /** Maximum number of words of a text. Later ones are not compared. */
  public static final int MAX_WORDS = 20_000;

  /**
   * Maximum number of words between common beginning and end. If there are more, the whole
   * beginning of the difference, up to this number, is one change.
   */
  public static final int MAX_COMPARED = 2_000;

  /** Common words between two changes are part of the change if there are at most this many. */
  private static final int MAX_JOINED_WORDS = 1;

  private final List<Run> runs = new ArrayList<>();

  private WordDiff() {}

  /** Compares two texts. The passages in order, without the added ones, are the earlier text. */
  public static List<Passage> compare(String earlier, String later) {
    List<String> from = words(earlier);
    List<String> to = words(later);
    int least = Math.min(from.size(), to.size());
    int before = 0;
    while (before < least && from.get(before).equals(to.get(before))) {
      before++;
    }
    int after = 0;
    while (after < least - before
        && from.get(from.size() - 1 - after).equals(to.get(to.size() - 1 - after))) {
      after++;
    }
    WordDiff diff = new WordDiff();
    diff.add(Kind.SAME, from.subList(0, before));
    diff.between(from.subList(before, from.size() - after), to.subList(before, to.size() - after));
    diff.add(Kind.SAME, from.subList(from.size() - after, from.size()));
    return diff.passages();
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.strip().split("\\s+", MAX_WORDS + 1))
        .filter(word -> !word.isEmpty())
        .limit(MAX_WORDS)
        .toList();
  }

  private void between(List<String> from, List<String> to) {
    if (from.size() > MAX_COMPARED || to.size() > MAX_COMPARED) {
      add(Kind.REMOVED, from.subList(0, Math.min(from.size(), MAX_COMPARED)));
      add(Kind.ADDED, to.subList(0, Math.min(to.size(), MAX_COMPARED)));
      return;
    }
    int read = 0;
    for (AbstractDelta<String> change :
        DiffUtils.diff(from, to, new MyersDiffWithLinearSpace<String>()).getDeltas()) {
      Chunk<String> removed = change.getSource();
      add(Kind.SAME, from.subList(read, removed.getPosition()));
      add(Kind.REMOVED, removed.getLines());
      add(Kind.ADDED, change.getTarget().getLines());
      read = removed.getPosition() + removed.size();
    }
    add(Kind.SAME, from.subList(read, from.size()));
  }

  /** Adds words. A change has one run of removed words and one of added words after it. */
  private void add(Kind kind, List<String> words) {
    if (words.isEmpty()) {
      return;
    }
    int last = runs.size() - 1;
    if (last >= 0 && runs.get(last).kind == kind) {
      runs.get(last).words.addAll(words);
    } else if (last >= 0 && kind == Kind.REMOVED && runs.get(last).kind == Kind.ADDED) {
      if (last > 0 && runs.get(last - 1).kind == kind) {
        runs.get(last - 1).words.addAll(words);
      } else {
        runs.add(last, new Run(kind, words));
      }
    } else {
      runs.add(new Run(kind, words));
    }
  }

  private List<Passage> passages() {
    WordDiff merged = new WordDiff();
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      boolean within = i > 0 && i < runs.size() - 1;
      if (within && run.kind == Kind.SAME && run.words.size() <= MAX_JOINED_WORDS) {
        merged.add(Kind.REMOVED, run.words);
        merged.add(Kind.ADDED, run.words);
      } else {
        merged.add(run.kind, run.words);
      }
    }
    return merged.runs.stream()
        .map(run -> new Passage(run.kind, String.join(" ", run.words)))
        .toList();
  }

  /** Words of one kind. */
  private static final class Run {
    private final Kind kind;
    private final List<String> words;

    Run(Kind kind, List<String> words) {
      this.kind = kind;
      this.words = new ArrayList<>(words);
    }
  }
}
