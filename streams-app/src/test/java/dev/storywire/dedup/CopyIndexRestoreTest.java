package dev.storywire.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Checks that an index restored from its records at any point gives the same results. */
class CopyIndexRestoreTest {
  private static final Instant START = Instant.parse("2026-03-03T00:00:00Z");

  @Property(tries = 60)
  void aRestoredIndexGivesTheSameResults(
      @ForAll("steps") List<Step> before, @ForAll("steps") List<Step> after) {
    var lost = new Lane(new CopyIndex(CopyModel.shipped()));
    before.forEach(lost::take);
    var restored =
        new Lane(
            CopyIndex.restore(
                CopyModel.shipped(), new TreeMap<>(lost.records).entrySet().stream()));
    restored.carryOn(lost);

    var answers = new ArrayList<String>();
    after.forEach(step -> answers.add(lost.take(step)));
    var answersAfterRestore = new ArrayList<String>();
    after.forEach(step -> answersAfterRestore.add(restored.take(step)));

    assertThat(answersAfterRestore).isEqualTo(answers);
    assertThat(restored.records.keySet()).isEqualTo(lost.records.keySet());
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Step> step =
        Combinators.combine(
                Arbitraries.frequency(
                    net.jqwik.api.Tuple.of(8, Kind.ARRIVE),
                    net.jqwik.api.Tuple.of(1, Kind.FORGET),
                    net.jqwik.api.Tuple.of(1, Kind.EXPIRE)),
                Arbitraries.integers().between(0, 40),
                Arbitraries.integers().between(0, 11),
                Arbitraries.integers().between(0, 12))
            .as(Step::new);
    return step.list().ofMaxSize(60);
  }

  private enum Kind {
    ARRIVE,
    FORGET,
    EXPIRE
  }

  private record Step(Kind kind, int article, int text, int hours) {}

  /** An index with its stores, as in a lane. */
  private static final class Lane {
    private final CopyIndex index;
    private final Map<String, byte[]> records = new HashMap<>();
    private final Map<String, Fingerprint> texts = new HashMap<>();
    private final Map<String, Long> orders = new HashMap<>();
    private Instant now = START;

    Lane(CopyIndex index) {
      this.index = index;
    }

    void carryOn(Lane lost) {
      records.putAll(lost.records);
      texts.putAll(lost.texts);
      orders.putAll(lost.orders);
      now = lost.now;
    }

    String take(Step step) {
      String uri = "urn:" + step.article();
      return switch (step.kind()) {
        case ARRIVE -> arrive(uri, step);
        case FORGET -> {
          records.remove(uri);
          yield "remove " + index.remove(uri);
        }
        case EXPIRE -> {
          List<String> expired = index.expire(now.minusSeconds(3600L * step.hours()), 4);
          expired.forEach(records::remove);
          yield "expire " + expired;
        }
      };
    }

    private String arrive(String uri, Step step) {
      now = now.plusSeconds(900);
      long order = orders.computeIfAbsent(uri, u -> (long) orders.size());
      Fingerprint text = Texts.ALL.get(step.text());
      texts.put(uri, text);
      Optional<CopyMatch> match = index.find(uri, order, now, text, texts::get);
      records.put(uri, index.remember(uri, order, now, text, match.orElse(null)));
      return "arrive " + match;
    }
  }

  /** Returns three texts, each complete, trimmed, extended and corrected. */
  private static final class Texts {
    static final List<Fingerprint> ALL =
        List.of(Articles.STORM, Articles.STORM_BY_ANOTHER, Articles.NOTICE).stream()
            .flatMap(
                t ->
                    List.of(
                        t,
                        Articles.trimmed(t, 2),
                        t + " More was to follow in the evening, people said.",
                        t.replace("million", "thousand"))
                        .stream())
            .map(t -> Articles.fingerprint(t.substring(0, 40), t))
            .toList();
  }
}
