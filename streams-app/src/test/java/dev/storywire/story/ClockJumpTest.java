package dev.storywire.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.StoryEvent;
import dev.storywire.story.state.ClockJump;
import dev.storywire.story.state.LaneOutput;
import dev.storywire.story.state.LaneSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests articles whose dates are far ahead of the clock of their lane. */
class ClockJumpTest {
  private static final Duration MONTHS = Duration.ofDays(240);
  private static final String PORT =
      "The port of Kelsund was closed on Thursday after a crane fell across the main quay, the harbour"
          + " master, Ada Lind, said. Twelve ships are waiting outside and will be sent to Brenholm if"
          + " the quay is not free by the weekend, the Coastal Line company said in a statement.";

  private final Desk desk = new Desk();

  @Test
  void oneWrongDateExpiresNothing() {
    desk.take(port("urn:a", 0), port("urn:b", 1));
    Item wrong = at("urn:wrong", "Harbour Wire", MONTHS);
    desk.take(wrong);
    desk.take(port("urn:c", 2));

    assertThat(desk.verdicts).containsOnlyKeys("urn:a", "urn:b", "urn:wrong", "urn:c");
    assertThat(desk.verdict("urn:c").storyId()).isEqualTo(desk.storyId("urn:a"));
    assertThat(desk.verdict("urn:c").decidedAt()).isEqualTo(Item.NOON.plusSeconds(120));
    assertThat(desk.verdict("urn:wrong").decidedAt()).isEqualTo(wrong.sent());
    assertThat(desk.storyId("urn:wrong")).isNotEqualTo(desk.storyId("urn:a"));
    assertThat(desk.events).noneMatch(StoryEvent.Closed.class::isInstance);
    desk.assertMembersMatchVerdicts();
  }

  @Test
  void wrongDatesThatDisagreeExpireNothing() {
    desk.take(port("urn:a", 0));
    desk.take(at("urn:w1", "Island Gazette", MONTHS));
    desk.take(at("urn:w2", "Harbour Wire", MONTHS.plusDays(9)));
    desk.take(at("urn:w3", "Vale Courier", MONTHS.plusDays(30)));

    assertThat(desk.verdicts).hasSize(4);
    assertThat(desk.store.clock()).isEqualTo(Item.NOON.toEpochMilli());
  }

  @Test
  void anotherSourceConfirmsTheTime() {
    desk.take(port("urn:a", 0), at("urn:b", "Harbour Wire", MONTHS));
    assertThat(desk.verdicts).containsKey("urn:a");
    desk.take(at("urn:c", "Island Gazette", MONTHS.plusHours(1)));

    assertThat(desk.verdicts).containsOnlyKeys("urn:b", "urn:c");
    assertThat(desk.storyId("urn:c")).as("one text").isEqualTo(desk.storyId("urn:b"));
    assertThat(desk.verdict("urn:c").copyOf()).isEqualTo("urn:b");
    assertThat(desk.store.clock())
        .isEqualTo(Item.NOON.plus(MONTHS).plus(Duration.ofHours(1)).toEpochMilli());
    assertThat(desk.store.jump()).isNull();
  }

  @Test
  void tenArticlesOfOneSourceConfirmTheTime() {
    desk.take(port("urn:a", 0));
    for (int i = 1; i < ClockJump.CONFIRMING_ARTICLES; i++) {
      desk.take(at("urn:" + i, "Harbour Wire", MONTHS.plusMinutes(i)));
      desk.take(at("urn:same:" + i, "Harbour Wire", MONTHS.plusMinutes(i)));
    }
    assertThat(desk.verdicts).containsKey("urn:a");
    desk.take(at("urn:last", "Harbour Wire", MONTHS.plusHours(1)));

    assertThat(desk.verdicts).doesNotContainKey("urn:a").containsKeys("urn:1", "urn:last");
    assertThat(desk.store.clock())
        .isEqualTo(Item.NOON.plus(MONTHS).plus(Duration.ofHours(1)).toEpochMilli());
  }

  @Test
  void theClockOfARareLaneFollows() {
    for (int week = 0; week < 40; week++) {
      desk.take(at("urn:" + week, "Harbour Wire", Duration.ofDays(7L * week)));
    }

    assertThat(desk.verdicts.size()).isLessThan(20);
    assertThat(desk.store.clock())
        .isGreaterThan(Item.NOON.plus(Duration.ofDays(7 * 25)).toEpochMilli());
  }

  @Test
  void anArticleOfTheOldTimeEndsTheSuccession() {
    desk.take(port("urn:a", 0), at("urn:b", "Harbour Wire", MONTHS), port("urn:c", 5));
    desk.take(at("urn:d", "Island Gazette", MONTHS.plusHours(1)));

    assertThat(desk.verdicts).containsKeys("urn:a", "urn:c");
  }

  @Test
  void announcesAnUnconfirmedTimeAndThenTheAdvance() {
    List<LaneOutput.ClockAhead> announced = new ArrayList<>();
    Lane lane = new Lane("en", LaneSettings.defaults(), desk.store);
    for (Item item :
        List.of(
            port("urn:a", 0),
            at("urn:b", "Harbour Wire", MONTHS),
            at("urn:c", "Island Gazette", MONTHS))) {
      List<LaneOutput> outputs = lane.accept(item.prepared());
      if (outputs.get(0) instanceof LaneOutput.ClockAhead ahead) {
        announced.add(ahead);
      }
    }

    assertThat(announced).extracting(LaneOutput.ClockAhead::uri).containsExactly("urn:b", "urn:c");
    assertThat(announced)
        .extracting(LaneOutput.ClockAhead::isConfirmed)
        .containsExactly(false, true);
  }

  private static Item port(String uri, int minute) {
    return Item.of(uri, "Fallen crane shuts Kelsund port", PORT).minute(minute);
  }

  private static Item at(String uri, String source, Duration after) {
    Instant time = Item.NOON.plus(after);
    return Item.of(uri, "Fallen crane shuts Kelsund port", PORT).source(source).at(time);
  }
}
