package dev.storywire.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.ArticleVerdict.Notice.Kind;
import dev.storywire.schemas.ArticleVerdict.Relation;
import dev.storywire.schemas.ArticleVerdict.Status;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.schemas.StoryEvent.ArticleWithdrawn.Cause;
import dev.storywire.story.state.LaneSettings;
import org.junit.jupiter.api.Test;

/** Tests the updates of copies when their original changes, leaves or returns. */
class CopyUpdatesTest {
  private static final String PORT =
      "The port of Kelsund was closed on Thursday after a crane fell across the main quay, the"
          + " harbour master, Ada Lind, said. Twelve ships are waiting outside and will be sent to"
          + " Brenholm if the quay is not free by the weekend, the Coastal Line company said in a"
          + " statement.";
  private static final String SCHOOLS =
      "Schools in the town of Ostby will stay shut until Monday because of a burst water main, the"
          + " council said. Some four hundred pupils are at home.";

  private static Desk desk(boolean withdrawCopies) {
    LaneSettings defaults = LaneSettings.defaults();
    return new Desk(
            new LaneSettings(defaults.closeAfter(), defaults.remember(), withdrawCopies, true))
        .take(
            Item.of("urn:a", "Kelsund port shuts", PORT).minute(0),
            Item.of("urn:b", "Port closed", PORT).source("Island Gazette").minute(1),
            Item.of("urn:c", "Crane shuts port", PORT).source("North Coast Post").minute(2));
  }

  private static Item a(int version, String text) {
    String headline = text.equals(PORT) ? "Kelsund port shuts" : "Burst main shuts Ostby schools";
    return Item.of("urn:a", headline, text).version(version).minute(10 * version);
  }

  @Test
  void flagsCopiesOfAKilledOriginalAndTheEarliestBecomesTheOriginal() {
    Desk desk = desk(false).take(a(2, PORT).status("canceled"));

    ArticleVerdict b = desk.verdict("urn:b");
    assertThat(b.relation()).isEqualTo(Relation.ORIGINAL);
    assertThat(b.notices())
        .containsExactly(new ArticleVerdict.Notice(Kind.ORIGINAL_KILLED, "urn:a"));
    assertThat(desk.verdict("urn:c").copyOf()).isEqualTo("urn:b");
    assertThat(desk.verdict("urn:c").notices()).isEqualTo(b.notices());
    Story story = desk.story(b);
    assertThat(story.articles()).extracting(Story.Member::notices).containsOnly(b.notices());
    assertThat(story.copyCount()).isEqualTo(1);
  }

  @Test
  void withdrawsCopiesOfAKilledOriginalIfConfigured() {
    Desk desk = desk(true).take(a(2, PORT).status("canceled"));

    assertThat(desk.status("urn:b")).isEqualTo(Status.CANCELED);
    assertThat(desk.status("urn:c")).isEqualTo(Status.CANCELED);
    assertThat(desk.verdict("urn:c").notices())
        .containsExactly(new ArticleVerdict.Notice(Kind.ORIGINAL_KILLED, "urn:a"));
    assertThat(desk.stories.values()).allMatch(s -> s.status() == Story.Status.CLOSED);
    assertThat(desk.events)
        .filteredOn(e -> e instanceof StoryEvent.ArticleWithdrawn)
        .extracting(e -> ((StoryEvent.ArticleWithdrawn) e).cause())
        .containsExactly(Cause.CANCELED, Cause.COPY_OF_CANCELED, Cause.COPY_OF_CANCELED);
  }

  @Test
  void doesNotFlagANewVersionOfACopy() {
    Desk desk =
        desk(false)
            .take(a(2, PORT).status("canceled"))
            .take(
                Item.of("urn:b", "Port closed", SCHOOLS)
                    .source("Island Gazette")
                    .version(2)
                    .minute(30));

    assertThat(desk.verdict("urn:b").notices()).isEmpty();
  }

  @Test
  void copiesReferToAReleasedOriginalAgain() {
    Desk desk = desk(false).take(a(2, PORT).status("withheld"));
    assertThat(desk.verdict("urn:b").relation()).isEqualTo(Relation.ORIGINAL);
    assertThat(desk.verdict("urn:b").notices()).isEmpty();

    desk.take(a(3, PORT));
    assertThat(desk.verdict("urn:a").relation()).isEqualTo(Relation.ORIGINAL);
    assertThat(desk.verdict("urn:b").copyOf()).isEqualTo("urn:a");
    assertThat(desk.verdict("urn:c").copyOf()).isEqualTo("urn:a");
  }

  @Test
  void copiesOfAChangedOriginalKeepTheirStory() {
    Desk desk = desk(false).take(a(2, SCHOOLS));

    ArticleVerdict b = desk.verdict("urn:b");
    assertThat(b.relation()).isEqualTo(Relation.ORIGINAL);
    assertThat(b.storyId()).isNotEqualTo(desk.verdict("urn:a").storyId());
    assertThat(desk.verdict("urn:c").copyOf()).isEqualTo("urn:b");
  }
}
