package dev.storywire.serve.diff;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.serve.diff.Passage.Kind;
import dev.storywire.serve.topics.ArticleVersions.VersionText;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Tests the comparison of two texts by words. */
class WordDiffTest {
  @Test
  void findsReplacedWords() {
    assertThat(WordDiff.compare("the bridge was closed today", "the bridge was open today"))
        .containsExactly(
            new Passage(Kind.SAME, "the bridge was"),
            new Passage(Kind.REMOVED, "closed"),
            new Passage(Kind.ADDED, "open"),
            new Passage(Kind.SAME, "today"));
  }

  @Test
  void joinsChangesAroundASingleWord() {
    assertThat(WordDiff.compare("a red and round ball", "a blue and square ball"))
        .contains(
            new Passage(Kind.REMOVED, "red and round"), new Passage(Kind.ADDED, "blue and square"));
  }

  @Test
  void comparesWithAnEmptyText() {
    assertThat(WordDiff.compare("", "all new")).containsExactly(new Passage(Kind.ADDED, "all new"));
    assertThat(WordDiff.compare("all gone", ""))
        .containsExactly(new Passage(Kind.REMOVED, "all gone"));
    assertThat(WordDiff.compare(" ", "")).isEmpty();
  }

  @Test
  void takesBoundedTimeForTextsWithNothingInCommon() {
    String earlier = "a ".repeat(WordDiff.MAX_WORDS);
    String later = "b ".repeat(WordDiff.MAX_WORDS);

    assertThat(WordDiff.compare(earlier, later))
        .extracting(passage -> passage.text().split(" ").length)
        .containsExactly(WordDiff.MAX_COMPARED, WordDiff.MAX_COMPARED);
  }

  @Test
  void showsSomeWordsAroundEachChange() {
    String same = "w ".repeat(100);
    Changes changes =
        Changes.between(
            "urn:a",
            new VersionText(1, Instant.EPOCH, "H", same + "old " + same + "end"),
            new VersionText(2, Instant.EPOCH, "H", same + "new " + same));

    assertThat(changes.headline()).containsExactly(new Passage(Kind.SAME, "H"));
    String around = "w ".repeat(Changes.AROUND).strip();
    assertThat(changes.text())
        .containsExactly(
            new Passage(Kind.SAME, "… " + around),
            new Passage(Kind.REMOVED, "old"),
            new Passage(Kind.ADDED, "new"),
            new Passage(Kind.SAME, around + " … " + around),
            new Passage(Kind.REMOVED, "end"));
  }

  /** Checks that either text can be restored from the passages. */
  @Property(tries = 300)
  void containsBothTexts(
      @ForAll @Size(max = 30) List<@IntRange(max = 4) Integer> earlier,
      @ForAll @Size(max = 30) List<@IntRange(max = 4) Integer> later) {
    List<Passage> passages = WordDiff.compare(text(earlier), text(later));

    assertThat(without(passages, Kind.ADDED)).isEqualTo(text(earlier));
    assertThat(without(passages, Kind.REMOVED)).isEqualTo(text(later));
    for (int i = 1; i < passages.size(); i++) {
      assertThat(passages.get(i).kind()).isNotEqualTo(passages.get(i - 1).kind());
    }
  }

  private static String text(List<Integer> words) {
    return words.stream().map(String::valueOf).collect(joining(" "));
  }

  private static String without(List<Passage> passages, Kind kind) {
    return passages.stream()
        .filter(passage -> passage.kind() != kind)
        .flatMap(passage -> Arrays.stream(passage.text().split(" ")))
        .collect(joining(" "));
  }
}
