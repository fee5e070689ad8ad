package dev.storywire.serve.diff;

import dev.storywire.serve.topics.ArticleVersions.VersionText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The changes between two versions of an article.
 *
 * @param headline the whole headline
 * @param text the changes of the text with some words around each; empty if it is unchanged
 * @param more true if there are further changes, which are left out
 */
public record Changes(
    String uri,
    Version from,
    Version to,
    List<Passage> headline,
    List<Passage> text,
    boolean more) {

  /** Number of common words that are shown before and after a change. */
  public static final int AROUND = 12;

  /** Maximum number of passages of the text. */
  public static final int MAX_PASSAGES = 200;

  /** Maximum number of words of a passage. */
  public static final int MAX_PASSAGE_WORDS = 500;

  private static final String OMITTED = "…";

  /** A version, and when it came. */
  public record Version(int version, Instant at) {}

  /** Compares two versions. */
  public static Changes between(String uri, VersionText earlier, VersionText later) {
    List<Passage> all = WordDiff.compare(earlier.text(), later.text());
    List<Passage> text = new ArrayList<>();
    boolean changed = all.stream().anyMatch(passage -> passage.kind() != Passage.Kind.SAME);
    for (int i = 0; changed && i < Math.min(all.size(), MAX_PASSAGES); i++) {
      text.add(shortened(all.get(i), i == 0, i == all.size() - 1));
    }
    return new Changes(
        uri,
        new Version(earlier.version(), earlier.at()),
        new Version(later.version(), later.at()),
        WordDiff.compare(earlier.headline(), later.headline()),
        text,
        all.size() > MAX_PASSAGES);
  }

  private static Passage shortened(Passage passage, boolean first, boolean last) {
    List<String> words = Arrays.asList(passage.text().split(" "));
    int before = first ? 0 : AROUND;
    int after = last ? 0 : AROUND;
    if (passage.kind() != Passage.Kind.SAME) {
      before = MAX_PASSAGE_WORDS;
      after = 0;
    }
    if (words.size() <= before + after + 1) {
      return passage;
    }
    List<String> shown = new ArrayList<>(words.subList(0, before));
    shown.add(OMITTED);
    shown.addAll(words.subList(words.size() - after, words.size()));
    return new Passage(passage.kind(), String.join(" ", shown));
  }
}
