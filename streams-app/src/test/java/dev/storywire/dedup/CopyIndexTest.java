package dev.storywire.dedup;

import static dev.storywire.dedup.Articles.STORM;
import static dev.storywire.dedup.Articles.STORM_BY_ANOTHER;
import static dev.storywire.dedup.Articles.fingerprint;
import static dev.storywire.dedup.Articles.trimmed;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CopyIndexTest {
  private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");
  private static final Fingerprint FULL = fingerprint("Storm wrecks market in Port Else", STORM);
  private static final Fingerprint TRIMMED =
      fingerprint("Storm wrecks Port Else market", trimmed(STORM, 2));
  private static final Fingerprint OTHER = fingerprint("Counting the cost", STORM_BY_ANOTHER);

  private final CopyIndex index = new CopyIndex(CopyModel.shipped());
  private final Map<String, Fingerprint> texts = new HashMap<>();
  private long order;

  @Test
  void findsTheOriginalOfACopy() {
    arrive("a", NOON, FULL);
    CopyMatch match = arrive("b", NOON.plusSeconds(600), TRIMMED).orElseThrow();
    assertThat(match.original()).isEqualTo("a");
    assertThat(match.similarity()).isEqualTo(1);
  }

  @Test
  void findsTheFirstArticleForACopyOfACopy() {
    arrive("a", NOON, FULL);
    arrive("b", NOON.plusSeconds(60), TRIMMED);
    assertThat(arrive("c", NOON.plusSeconds(120), TRIMMED)).map(CopyMatch::original).contains("a");
  }

  @Test
  void aDifferentReportIsAnOriginal() {
    arrive("a", NOON, FULL);
    assertThat(arrive("b", NOON.plusSeconds(60), OTHER)).isEmpty();
  }

  @Test
  void theEarliestCopyReplacesAKilledOriginal() {
    arrive("a", NOON, FULL);
    arrive("b", NOON.plusSeconds(60), FULL);
    arrive("c", NOON.plusSeconds(120), TRIMMED);
    assertThat(index.remove("a")).isTrue();
    assertThat(arrive("d", NOON.plusSeconds(180), FULL)).map(CopyMatch::original).contains("b");
  }

  @Test
  void aRevisedOriginalRemainsTheOriginal() {
    arrive("a", NOON, FULL);
    arrive("b", NOON.plusSeconds(60), FULL);
    var revised = fingerprint("Storm wrecks market in Port Else", STORM + " Schools stay shut.");
    texts.put("a", revised);
    Instant later = NOON.plusSeconds(300);
    assertThat(index.find("a", 0, later, revised, texts::get)).isEmpty();
    index.remember("a", 0, later, revised, null);
    assertThat(arrive("c", NOON.plusSeconds(360), FULL)).map(CopyMatch::original).contains("a");
  }

  @Test
  void aRemovedArticleIsNotFound() {
    arrive("a", NOON, FULL);
    index.remove("a");
    assertThat(index.remove("a")).isFalse();
    assertThat(arrive("b", NOON.plusSeconds(60), FULL)).isEmpty();
  }

  @Test
  void expiresInBoundedSteps() {
    for (int i = 0; i < 5; i++) {
      arrive("old" + i, NOON, OTHER);
    }
    arrive("new", NOON.plus(Duration.ofHours(3)), FULL);
    Instant before = NOON.plus(Duration.ofHours(2));
    assertThat(index.expire(before, 3)).hasSize(3);
    assertThat(index.expire(before, 3)).hasSize(2);
    assertThat(index.expire(before, 3)).isEmpty();
    assertThat(index.size()).isEqualTo(1);
  }

  @Test
  void anArticleOutsideTheWindowIsNotAnOriginal() {
    arrive("a", NOON, FULL);
    assertThat(arrive("b", NOON.plus(CopyModel.WINDOW).plusSeconds(60), FULL)).isEmpty();
  }

  @Test
  void skipsAnArticleWithoutAFingerprint() {
    arrive("a", NOON, FULL);
    texts.clear();
    assertThat(arrive("b", NOON.plusSeconds(60), FULL)).isEmpty();
  }

  @Test
  void takesTheOriginalWithTheHighestScore() {
    texts.put("full", FULL);
    texts.put("corrected", fingerprint("Storm wrecks market", STORM.replace("eleven", "twelve")));
    for (String uri : List.of("full", "corrected")) {
      CopyIndex both = new CopyIndex(CopyModel.shipped());
      both.remember("full", 0, NOON, FULL, null);
      both.remember("corrected", 1, NOON, requireNonNull(texts.get("corrected")), null);
      Fingerprint text = requireNonNull(texts.get(uri));
      assertThat(both.find("new", 2, NOON, text, texts::get))
          .map(CopyMatch::original)
          .contains(uri);
    }
  }

  @Test
  void theSimilarityIsThatWithTheOriginal() {
    arrive(
        "a", NOON, fingerprint("Storm wrecks market", STORM.replace("2.4 million", "3 million")));
    arrive("b", NOON.plusSeconds(60), FULL);
    CopyMatch match = arrive("c", NOON.plusSeconds(120), FULL).orElseThrow();
    assertThat(match.original()).isEqualTo("a");
    assertThat(match.matched()).isEqualTo("b");
    assertThat(match.decision().similarity()).isEqualTo(1);
    assertThat(match.similarity()).isBetween(.9, .99);
  }

  @Test
  void comparesTheCandidatesWithMostBandsInCommon() {
    for (int i = 0; i < 9; i++) {
      // they share the bands of the opening
      String more = " name%d said".formatted(i).repeat(1_000);
      texts.put("long" + i, fingerprint("Storm wrecks market", STORM + more));
      index.remember("long" + i, i, NOON, requireNonNull(texts.get("long" + i)), null);
    }
    texts.put("full", FULL);
    index.remember("full", 9, NOON, FULL, null);
    assertThat(index.find("new", 10, NOON, FULL, texts::get))
        .map(CopyMatch::original)
        .contains("full");
  }

  @Test
  void listsTheCopiesOfAnOriginal() {
    arrive("a", NOON, FULL);
    arrive("b", NOON.plusSeconds(60), TRIMMED);
    arrive("other", NOON.plusSeconds(90), OTHER);
    arrive("c", NOON.plusSeconds(120), FULL);
    assertThat(index.copies(0)).containsExactly("b", "c");
    assertThat(index.copies(2)).isEmpty();
    index.remove("b");
    assertThat(index.copies(0)).containsExactly("c");
    index.remove("c");
    assertThat(index.copies(0)).isEmpty();
  }

  @Test
  void anArticleIsNotACopyOfALaterOne() {
    arrive("a", NOON, FULL);
    texts.put("earlier", FULL);
    assertThat(index.find("earlier", 0, NOON, FULL, texts::get)).isEmpty();
    assertThat(index.find("later", 1, NOON, FULL, texts::get)).isPresent();
  }

  @Test
  void findsAnOriginalAmongThousands() {
    arrive("a", NOON, FULL);
    for (int i = 0; i < 2_500; i++) {
      arrive(
          "filler" + i,
          NOON,
          fingerprint("Results", "name%1$d won %1$d of %1$d games".formatted(i)));
    }
    assertThat(arrive("b", NOON.plusSeconds(60), TRIMMED)).map(CopyMatch::original).contains("a");
  }

  @Test
  void recordsAreSmall() {
    assertThat(index.remember("a", 1, NOON, FULL, null).length).isLessThan(200);
  }

  private Optional<CopyMatch> arrive(String uri, Instant time, Fingerprint fingerprint) {
    texts.put(uri, fingerprint);
    Optional<CopyMatch> match = index.find(uri, order, time, fingerprint, texts::get);
    index.remember(uri, order++, time, fingerprint, match.orElse(null));
    return match;
  }
}
