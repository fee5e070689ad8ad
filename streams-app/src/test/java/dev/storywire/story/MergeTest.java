package dev.storywire.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests merges with models that join and merge all stories with a common word. */
class MergeTest {
  private static final Item BRIDGE =
      Item.of(
          "urn:bridge",
          "Cracked cables close Brenholm bridge",
          "Inspectors found cracks in two main cables. Ferries run every ten minutes.");
  private static final Item BANK =
      Item.of(
          "urn:bank",
          "Savers queue outside Union Bank",
          "The regulator froze withdrawals while auditors look for missing deposits.");
  private static final Item BOTH =
      Item.of(
          "urn:both",
          "Bridge and bank trouble the region",
          "Commuters wait for ferries since inspectors saw the cables, and savers wait for the"
              + " auditors of the bank.");

  @Test
  void anArticleThatBelongsToTwoStoriesMergesThem() {
    Desk desk = Desk.eager(false);
    desk.take(BRIDGE.minute(0), BANK.minute(1));
    assertThat(desk.storyId("urn:bank")).isNotEqualTo(desk.storyId("urn:bridge"));
    String older = desk.storyId("urn:bridge");
    String newer = desk.storyId("urn:bank");

    desk.take(BOTH.minute(2));

    assertThat(List.of("urn:bridge", "urn:bank", "urn:both"))
        .extracting(desk::storyId)
        .containsOnly(desk.storyId("urn:both"));
    String gone = desk.storyId("urn:both").equals(older) ? newer : older;
    assertThat(desk.story(gone).status()).isEqualTo(Story.Status.MERGED);
    assertThat(desk.lastEvent(gone)).isInstanceOf(StoryEvent.Merged.class);
    String moved = gone.equals(older) ? "urn:bridge" : "urn:bank";
    assertThat(desk.because(moved))
        .isEqualTo("Its story was merged into this one, which reports the same event.");
    desk.assertMembersMatchVerdicts();
  }

  @Test
  void noticesOnTwoSubjectsAreNotMerged() {
    Desk desk = Desk.eager(false);
    desk.take(
        Item.of(
                "urn:ostervik",
                "Ostervik raises payout",
                "Ostervik Mills declared a quarterly dividend of 22 cents a share, up from 20 cents,"
                    + " payable June 15 to holders of record on May 29.")
            .minute(0),
        Item.of(
                "urn:brenmar",
                "Brenmar sets dividend",
                "The board of Brenmar voted its regular quarterly of 35 cents, against 31 cents a"
                    + " year ago. It will be paid on July 1; the record date is June 12.")
            .minute(1));
    assertThat(desk.storyId("urn:brenmar")).isNotEqualTo(desk.storyId("urn:ostervik"));

    desk.take(
        Item.of(
                "urn:report",
                "Higher dividends expected",
                "Shareholders expect a higher quarterly dividend in summer, analysts said.")
            .minute(2));

    assertThat(desk.storyId("urn:report"))
        .isIn(desk.storyId("urn:ostervik"), desk.storyId("urn:brenmar"));
    assertThat(desk.storyId("urn:brenmar")).isNotEqualTo(desk.storyId("urn:ostervik"));
  }
}
