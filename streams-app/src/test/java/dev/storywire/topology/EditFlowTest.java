package dev.storywire.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.Edit;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.story.Item;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests edits in the flow: their order, their results, and their dead letters. */
class EditFlowTest {
  private static final Instant NOON = Item.NOON;
  private static final String BRIDGE =
      "The harbour bridge at Brenholm was closed to all traffic after inspectors found cracks in"
          + " two of its main cables. Ferries run every ten minutes until the repair is done.";

  private final Flow flow = new Flow();

  @AfterEach
  void close() {
    flow.close();
  }

  private static void send(Flow flow, String uri, Instant at) {
    Item item = Item.of(uri, "Harbour bridge closed at Brenholm", BRIDGE + " By " + uri + ".");
    flow.send(uri, item.at(at).bytes(), at);
  }

  private static Edit split(String id, String story, String... uris) {
    return new Edit.Split(id, "en", "Ada Lind", "Another bridge", story, List.of(uris));
  }

  /** Sends two copies, which are one story, and returns its id. */
  private String story() {
    send(flow, "urn:a", NOON);
    send(flow, "urn:b", NOON.plusSeconds(60));
    flow.settle();
    List<ArticleVerdict> verdicts = flow.verdicts();
    assertThat(verdicts.get(0).storyId()).isEqualTo(verdicts.get(1).storyId());
    assertThat(flow.answers()).isEmpty();
    return String.valueOf(verdicts.get(0).storyId());
  }

  @Test
  void theFirstEventNamesTheRawRecordOfTheEdit() {
    String story = story();

    flow.edit(split("e1", story, "urn:b"), NOON.plusSeconds(61));
    flow.settle();

    assertThat(flow.verdicts())
        .singleElement()
        .satisfies(verdict -> assertThat(verdict.storyId()).isNotEqualTo(story));
    assertThat(flow.answers()).containsExactly("storywire.raw-0@2");
    assertThat(flow.deadLetters()).isEmpty();
    flow.edit(new Edit.Undo("e2", "en", "Ada Lind", "Wrong", "e1"), NOON.plusSeconds(62));
    flow.settle();
    assertThat(flow.verdicts())
        .singleElement()
        .satisfies(verdict -> assertThat(verdict.storyId()).isEqualTo(story));
  }

  @Test
  void refusedEditsAreDeadLettersWithTheirBytes() throws IOException {
    story();
    Edit unknown = split("e1", "nowhere", "urn:b");
    flow.edit(unknown, NOON.plusSeconds(61));
    flow.edit("{\"type\":\"split\"}".getBytes(UTF_8), NOON.plusSeconds(62));
    flow.edit(new Edit.Undo("e3", "tlh", "a", "r", "e1"), NOON.plusSeconds(63));
    send(flow, "urn:c", NOON.plusSeconds(64));
    flow.settle();

    List<Flow.DeadLetter> refused = flow.deadLetters();
    assertThat(refused)
        .extracting(Flow.DeadLetter::code, Flow.DeadLetter::origin)
        .containsExactlyInAnyOrder(
            tuple("unknown-story", "storywire.raw-0@2"),
            tuple("bad-edit", "storywire.raw-0@3"),
            tuple("unknown-lane", "storywire.raw-0@4"));
    Flow.DeadLetter first =
        refused.stream().filter(d -> d.code().equals("unknown-story")).findFirst().orElseThrow();
    assertThat(Json.mapper().readValue(first.value(), Edit.class)).isEqualTo(unknown);
    assertThat(flow.verdicts()).extracting(ArticleVerdict::uri).containsExactly("urn:c");
  }

  @Test
  void anItemCannotBeAnEdit() {
    String story = story();
    flow.send("urn:x", Output.json(split("e1", story, "urn:b")), NOON.plusSeconds(61));
    flow.settle();

    assertThat(flow.deadLetters()).extracting(Flow.DeadLetter::code).containsExactly("no-uri");
    assertThat(flow.verdicts()).isEmpty();
  }

  @Test
  void editsAreDecidedInTheOrderOfTheirTimes() {
    String story = story();
    flow.edit(split("e1", story, "urn:c"), NOON.plusSeconds(70).plusMillis(20));
    send(flow, "urn:c", NOON.plusSeconds(70)); // earlier, and appended later
    flow.settle();

    assertThat(flow.deadLetters()).isEmpty();
    assertThat(flow.verdicts())
        .extracting(ArticleVerdict::uri, ArticleVerdict::decision)
        .containsExactly(tuple("urn:c", 1), tuple("urn:c", 2));
  }

  @Test
  void anEditDoesNotAdvanceTheLaneClock() {
    String story = story();
    flow.events();
    Instant later = NOON.plus(Duration.ofHours(20));
    flow.edit(split("e1", story, "urn:b"), later);
    flow.settle();
    assertThat(flow.events()).extracting(StoryEvent::at).containsOnly(NOON.plusSeconds(60));
    assertThat(flow.verdicts()).hasSize(1);

    send(flow, "urn:c", NOON.plusSeconds(90)); // from an archive
    send(flow, "urn:d", NOON.plusSeconds(89)); // more than the grace before the last
    flow.settle();

    assertThat(flow.verdicts())
        .extracting(ArticleVerdict::uri, ArticleVerdict::decidedAt)
        .containsExactly(
            tuple("urn:d", NOON.plusSeconds(89)), tuple("urn:c", NOON.plusSeconds(90)));
  }

  /** The results of a run, in the order of the topics. */
  private record Results(
      List<ArticleVerdict> verdicts, List<StoryEvent> events, List<Story> stories) {}

  private static Results run(List<Consumer<Flow>> records) {
    try (Flow flow = new Flow()) {
      records.forEach(record -> record.accept(flow));
      flow.settle();
      return new Results(flow.verdicts(), flow.events(), flow.stories());
    }
  }

  @Test
  void aReplayRepeatsTheEdits() {
    String story = story();
    List<Consumer<Flow>> records = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String uri = "urn:" + (char) ('a' + i);
      Instant at = NOON.plusSeconds(60L * i);
      records.add(replayed -> send(replayed, uri, at));
      if (i == 3) {
        records.add(replayed -> replayed.edit(split("e1", story, "urn:b"), at.plusMillis(10)));
      }
      if (i == 6) {
        Edit pin = new Edit.Pin("e2", "en", "Nils Holt", "Clearer", story, "urn:a");
        records.add(replayed -> replayed.edit(pin, at.plusMillis(10)));
      }
      if (i == 8) {
        Edit undo = new Edit.Undo("e3", "en", "Nils Holt", "One bridge", "e1");
        records.add(replayed -> replayed.edit(undo, at.plusMillis(10)));
      }
    }
    Results first = run(records);
    assertThat(first.events()).filteredOn(event -> event.edit() != null).hasSizeGreaterThan(4);

    assertThat(run(records)).isEqualTo(first);
    // each edit arrives before the article that precedes it by ten milliseconds
    List<Consumer<Flow>> disordered = new ArrayList<>(records);
    for (int edit : List.of(4, 8, 11)) {
      Collections.swap(disordered, edit - 1, edit);
    }
    assertThat(run(disordered)).isEqualTo(first);
  }
}
