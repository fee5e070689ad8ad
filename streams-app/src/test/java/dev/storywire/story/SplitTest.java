package dev.storywire.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.schemas.StoryMembers;
import dev.storywire.story.cluster.StoryModels;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.state.InMemoryLaneStore;
import dev.storywire.story.state.LaneOutput;
import dev.storywire.story.state.LaneSettings;
import dev.storywire.story.trees.BoostedTrees;
import dev.storywire.story.vector.WordEmbeddings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Tests splits with models that join all articles with a common word. */
class SplitTest {
  private static final String BRIDGE =
      "The harbour bridge at Brenholm was closed to all traffic after inspectors found cracks in"
          + " two of its main cables. Ferries run every ten minutes until the repair is done, which"
          + " may take until May, said the town's engineer, who had asked for new cables in each of"
          + " the last three years.";
  private static final String BANK =
      "Savers queued outside the Union Bank in Brenholm for a second day and the regulator froze"
          + " withdrawals while auditors look for missing deposits."
          + " Its chairman has left the country, a person close to the board said, and the deposit"
          + " scheme will pay small savers by the end of the week.";
  private static final String MATCH =
      "Brenholm United won the cup final on penalties in front of forty thousand supporters, their"
          + " first trophy since the stadium opened."
          + " The goalkeeper, nineteen years old and in his second match, held the last two shots"
          + " and was carried off the pitch by the captain.";

  /** A lane and its outputs. */
  private static final class Desk {
    private final Lane lane;
    private final Map<String, StoryMembers> stories = new HashMap<>();
    private final Map<String, ArticleVerdict> verdicts = new LinkedHashMap<>();

    Desk(double splitThreshold) {
      BoostedTrees join = BoostedTrees.parse(List.of("threshold 0"), List.of());
      BoostedTrees never = BoostedTrees.parse(List.of("threshold 2"), List.of());
      // the similarity of words is the first feature of a split
      BoostedTrees split =
          BoostedTrees.parse(
              List.of("threshold " + splitThreshold, "words<0.5 5 -5"), List.of("words"));
      StoryModels models =
          new StoryModels(StoryModels.shipped().stems(), WordEmbeddings.NONE, join, never, split);
      lane = new Lane("en", LaneSettings.defaults(), new InMemoryLaneStore(), models);
    }

    List<StoryEvent> take(String uri, int minute, String headline, String body) {
      PreparedArticle article = Item.of(uri, headline, body).minute(minute).prepared();
      List<StoryEvent> events = new ArrayList<>();
      for (LaneOutput output : lane.accept(article)) {
        if (output instanceof LaneOutput.Verdict said) {
          verdicts.put(said.verdict().uri(), said.verdict());
        } else if (output instanceof LaneOutput.Event said) {
          events.add(said.event());
          StoryMembers members = stories.computeIfAbsent(said.event().storyId(), StoryMembers::new);
          assertThat(members.apply(said.event())).isTrue();
        }
      }
      return events;
    }

    String story(String uri) {
      return Objects.requireNonNull(Objects.requireNonNull(verdicts.get(uri)).storyId());
    }

    void assertMembersMatchVerdicts() {
      verdicts.forEach(
          (uri, verdict) ->
              stories.forEach(
                  (id, members) ->
                      assertThat(members.uris().contains(uri))
                          .as("%s in %s", uri, id)
                          .isEqualTo(id.equals(verdict.storyId()))));
    }
  }

  @Test
  void splitsArticlesOnAnotherEvent() {
    Desk desk = new Desk(0.9);
    desk.take("bridge-1", 0, "Brenholm bridge closed", BRIDGE);
    desk.take("bank-1", 1, "Brenholm savers queue", BANK);
    String kept = desk.story("bridge-1");
    assertThat(desk.story("bank-1")).isEqualTo(kept);

    List<StoryEvent> events =
        desk.take(
            "bridge-2",
            2,
            "Cracks close harbour bridge at Brenholm",
            "Cracks in two main cables closed the harbour bridge at Brenholm to all traffic,"
                + " inspectors said; ferries run until the repair of the bridge is done.");
    assertThat(desk.story("bridge-1")).isEqualTo(kept);
    assertThat(desk.story("bridge-2")).isEqualTo(kept);
    String left = desk.story("bank-1");
    assertThat(left).isNotEqualTo(kept);
    assertThat(events)
        .filteredOn(event -> event instanceof StoryEvent.Split)
        .extracting(StoryEvent::storyId, event -> ((StoryEvent.Split) event).into())
        .containsExactly(tuple(kept, left));
    desk.assertMembersMatchVerdicts();
  }

  /** A threshold of 0 splits every story that is checked. */
  @Property(tries = 30)
  void aCopyIsInTheStoryOfItsOriginalAfterAnySplit(
      @ForAll @Size(min = 4, max = 16) List<@IntRange(max = 2) Integer> topics) {
    Desk desk = new Desk(0);
    for (int number = 0; number < topics.size(); number++) {
      String text = List.of(BRIDGE, BANK, MATCH).get(topics.get(number));
      desk.take("urn:" + number, number, "News from Brenholm", text);
    }
    assertThat(desk.verdicts.values()).anySatisfy(v -> assertThat(v.copyOf()).isNotNull());
    for (ArticleVerdict verdict : desk.verdicts.values()) {
      if (verdict.copyOf() != null) {
        assertThat(verdict.storyId()).isEqualTo(desk.story(verdict.copyOf()));
      }
    }
    desk.assertMembersMatchVerdicts();
  }
}
