package dev.storywire.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storywire.app.audit.Audit;
import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.Topic;
import dev.storywire.story.Item;
import dev.storywire.story.Wire;
import dev.storywire.story.prepare.RefusedItemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Injects faults into the rules of a lane: the record is refused and has no effect. */
class AssignFaultsTest {
  /** More store calls than most articles cause; later faults are not reached. */
  private static final int LATEST_CALL = 40;

  private static final List<Topic> RESULTS =
      List.of(Topic.ARTICLES, Topic.STORIES, Topic.STORY_EVENTS);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void continuesAsIfTheRefusedArticlesHadNotArrived(long seed) {
    List<Item> items = items();
    StoreFault fault = ruleFault();
    Random random = new Random(seed);
    Set<Integer> refused = new HashSet<>();
    AssignRun run = new AssignRun(fault);
    AssignRun without = new AssignRun(ruleFault());
    for (int i = 0; i < items.size(); i++) {
      fault.schedule(random.nextInt(3) == 0 ? random.nextInt(LATEST_CALL) : -1);
      if (run.decide(items.get(i))) {
        refused.add(i);
      } else {
        without.decide(items.get(i));
      }
    }
    assertThat(refused).isNotEmpty().hasSizeLessThan(items.size());
    assertThat(run.codes()).hasSize(refused.size()).containsOnly("internal-error");
    for (Topic topic : RESULTS) {
      assertThat(run.published(topic)).containsExactlyElementsOf(without.published(topic));
    }
    Audit.Report audit = run.audit();
    assertThat(audit.faults()).isEmpty();
    assertThat(audit.deadLetters()).isEqualTo(refused.size());
    assertThat(audit.verdicts()).isEqualTo(items.size() - refused.size());
  }

  @Test
  void aReplayWithoutTheFaultDiffersOnlyInTheEventOfTheRefusedArticle() {
    List<Item> items = Wire.messages();
    AssignRun replay = new AssignRun(ruleFault());
    items.forEach(replay::decide);
    assertThat(replay.codes()).isEmpty();
    Map<String, ArticleVerdict> replayed = replay.verdicts();
    int differing = 0;
    for (int i = 0; i < items.size(); i++) {
      StoreFault fault = ruleFault();
      AssignRun run = new AssignRun(fault);
      for (int j = 0; j < items.size(); j++) {
        fault.schedule(j == i ? i : -1); // early in the decision of some articles, late in others
        assertThat(run.decide(items.get(j))).isEqualTo(j == i);
      }
      assertThat(run.audit().faults()).isEmpty();
      String event = event(items.get(i).prepared().uri());
      Set<String> changed = differences(run.verdicts(), replayed);
      assertThat(changed).allSatisfy(uri -> assertThat(event(uri)).isEqualTo(event));
      differing += changed.isEmpty() ? 0 : 1;
    }
    assertThat(differing).isGreaterThan(items.size() / 2);
  }

  @Test
  void refusesAnArticleThatExceedsItsBudget() {
    StoreFault fault =
        new StoreFault(new RefusedItemException("too-costly", "It needs more than 5 lookups."));
    fault.schedule(3);
    AssignRun run = new AssignRun(fault);
    assertThat(run.decide(items().get(0))).isTrue();
    assertThat(run.codes()).containsExactly("too-costly");
    assertThat(run.decide(items().get(1))).isFalse();
  }

  @Test
  void aFailureOfKafkaOrTheMachineStopsTheThread() {
    for (Throwable cause :
        List.of(new KafkaException("the broker is gone"), new OutOfMemoryError("no heap"))) {
      StoreFault fault = new StoreFault(cause);
      fault.schedule(3);
      AssignRun run = new AssignRun(fault);
      assertThatThrownBy(() -> run.decide(items().get(0))).isSameAs(cause);
    }
  }

  private static StoreFault ruleFault() {
    return new StoreFault(new IllegalStateException("a fault in the rules"));
  }

  /** Returns a morning of news, followed by resends and copies under other uris. */
  private static List<Item> items() {
    List<Item> items = new ArrayList<>(Wire.messages());
    Wire.messages().forEach(item -> items.add(item.at(item.sent().plusSeconds(7_200))));
    return items;
  }

  /** Returns the event that an article of the wire, or a note on one, is about. */
  private static String event(String uri) {
    return switch (uri) {
      case "urn:hold", "urn:go" -> "port";
      case "urn:false", "urn:bankkill" -> "bank";
      default -> uri.replace("urn:", "").replaceAll("(copy|new)$", "");
    };
  }

  /** Returns the articles that differ in the presence, status, story or relation. */
  private static Set<String> differences(
      Map<String, ArticleVerdict> some, Map<String, ArticleVerdict> others) {
    Set<String> uris = new TreeSet<>(some.keySet());
    uris.addAll(others.keySet());
    uris.removeIf(uri -> decision(some.get(uri)).equals(decision(others.get(uri))));
    return uris;
  }

  private static List<Object> decision(@Nullable ArticleVerdict verdict) {
    return verdict == null
        ? List.of()
        : Arrays.asList(
            verdict.version(),
            verdict.status(),
            verdict.storyId(),
            verdict.relation(),
            verdict.copyOf());
  }
}
