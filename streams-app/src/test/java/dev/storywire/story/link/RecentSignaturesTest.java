package dev.storywire.story.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.story.prepare.OrderKey;
import dev.storywire.story.prepare.Signature;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RecentSignaturesTest {
  private static final long NOON = 1_773_316_800_000L;
  private static final List<String> QUAKE = List.of("loc:chile", "per:ana-rojas", "org:onemi");

  private final RecentSignatures signatures = new RecentSignatures();

  @Test
  void threeNamesAreEnough() {
    signatures.add(signature("en", "urn:en", 0, QUAKE, List.of()));

    assertThat(signatures.matches(signature("de", "urn:de", 60, QUAKE, List.of())))
        .singleElement()
        .satisfies(match -> assertThat(match.other().uri()).isEqualTo("urn:en"))
        .satisfies(match -> assertThat(match.names()).isEqualTo(QUAKE));
  }

  @Test
  void twoNamesNeedANumber() {
    List<String> two = QUAKE.subList(0, 2);
    signatures.add(signature("en", "urn:en", 0, two, List.of("71")));

    assertThat(signatures.matches(signature("de", "urn:de", 60, two, List.of("72")))).isEmpty();
    assertThat(signatures.matches(signature("de", "urn:de", 60, two, List.of("71"))))
        .singleElement()
        .satisfies(match -> assertThat(match.numbers()).containsExactly("71"));
  }

  @Test
  void numbersAloneAreNotEnough() {
    List<String> numbers = List.of("71", "840", "1410");
    List<String> one = QUAKE.subList(0, 1);
    signatures.add(signature("en", "urn:en", 0, one, numbers));

    assertThat(signatures.matches(signature("de", "urn:de", 60, one, numbers))).isEmpty();
  }

  @Test
  void articlesOfTheSameLaneAndOfAnotherDayDoNotMatch() {
    signatures.add(signature("en", "urn:en", 0, QUAKE, List.of()));

    assertThat(signatures.matches(signature("en", "urn:x", 60, QUAKE, List.of()))).isEmpty();
    assertThat(signatures.matches(signature("de", "urn:de", 1_441, QUAKE, List.of()))).isEmpty();
  }

  @Test
  void aNameInManyArticlesIsNoEvidence() {
    IntStream.range(0, 13)
        .forEach(i -> signatures.add(signature("en", "urn:" + i, i, QUAKE, List.of())));

    assertThat(signatures.matches(signature("de", "urn:de", 60, QUAKE, List.of()))).isEmpty();
  }

  @Test
  void anExpiredOrRemovedArticleDoesNotMatch() {
    signatures.add(signature("en", "urn:old", -3_000, QUAKE, List.of()));
    assertThat(signatures.add(signature("de", "urn:de", 0, QUAKE, List.of())))
        .containsExactly("urn:old");
    assertThat(signatures.hasOtherLanes("en")).isTrue();
    assertThat(signatures.hasOtherLanes("de")).isFalse();
    assertThat(signatures.remove("urn:de")).isTrue();
    assertThat(signatures.remove("urn:de")).isFalse();
    assertThat(signatures.isEmpty()).isTrue();
    assertThat(signatures.matches(signature("en", "urn:x", 0, QUAKE, List.of()))).isEmpty();
  }

  @Test
  void anArticleWithAWrongTimeRemovesFewOthers() {
    IntStream.range(0, 9)
        .forEach(i -> signatures.add(signature("en", "urn:" + i, i, QUAKE, List.of())));

    assertThat(signatures.add(signature("de", "urn:de", 99_999, QUAKE, List.of()))).hasSize(2);
    assertThat(signatures.matches(signature("de", "urn:next", 10, QUAKE, List.of()))).hasSize(7);
  }

  @Property(tries = 50)
  void theMatchesDoNotDependOnTheOrderInWhichTheyWereAdded(
      @ForAll("signatures") List<Signature> added) {
    RecentSignatures shuffled = new RecentSignatures();
    added.forEach(shuffled::add);
    RecentSignatures sorted = new RecentSignatures();
    added.stream().sorted((a, b) -> a.uri().compareTo(b.uri())).forEach(sorted::add);
    Signature asked =
        signature("en", "urn:asked", 30, List.of("loc:chile", "org:onemi"), List.of("71"));

    assertThat(shuffled.matches(asked)).isEqualTo(sorted.matches(asked));
  }

  /** Generates ten articles in any order. */
  @Provide
  Arbitrary<List<Signature>> signatures() {
    return Arbitraries.shuffle(
        IntStream.range(0, 10)
            .mapToObj(
                i ->
                    signature(
                        i % 3 == 0 ? "de" : "es",
                        "urn:" + i,
                        i / 2,
                        i % 4 == 0 ? QUAKE.subList(0, 2) : QUAKE,
                        List.of("71")))
            .toList());
  }

  private static Signature signature(
      String lane, String uri, int minute, List<String> names, List<String> numbers) {
    long time = NOON + Duration.ofMinutes(minute).toMillis();
    return new Signature(lane, new OrderKey(time, uri, 1), names, numbers);
  }
}
