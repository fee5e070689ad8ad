package dev.storywire.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.ArticleVerdict.Notice.Kind;
import dev.storywire.schemas.ArticleVerdict.Relation;
import dev.storywire.schemas.ArticleVerdict.Status;
import dev.storywire.schemas.Story;
import org.junit.jupiter.api.Test;

/** Tests the effects of advisories. */
class AdvisoryTest {
  private static final String PORT =
      "The port of Kelsund was closed on Thursday after a crane fell across the main quay, the"
          + " harbour master, Ada Lind, said. Twelve ships are waiting outside and will be sent to"
          + " Brenholm if the quay is not free by the weekend, the Coastal Line company said in a"
          + " statement.";
  private static final String OTHER =
      "Schools in the town of Ostby will stay shut until Monday because of a burst water main, the"
          + " council said. Some four hundred pupils are at home.";

  private final Desk desk = new Desk();

  private static Item port() {
    return Item.of("urn:port", "Kelsund port shuts", PORT).slugline("Kelsund-Port").minute(0);
  }

  private static Item kill() {
    return Item.of("urn:kill", "KILL KILL KILL", "Please kill item 157 \"Kelsund port shuts\".")
        .minute(10);
  }

  @Test
  void killsAnItemByItsHeadline() {
    desk.take(port(), kill());

    assertThat(desk.status("urn:port")).isEqualTo(Status.CANCELED);
    assertThat(desk.verdict("urn:port").notices())
        .containsExactly(new ArticleVerdict.Notice(Kind.KILLED, "urn:kill"));
    assertThat(desk.because("urn:kill")).isEqualTo("A note to editors: kills urn:port.");
    assertThat(desk.stories.values()).allMatch(story -> story.articleCount() == 0);
  }

  @Test
  void killsAnItemByItsSlug() {
    Item note =
        Item.of("urn:kill", "BC-Kelsund-Port-Kill", "Editors: Kill the story Kelsund-Port, V1234.")
            .minute(10);
    desk.take(port(), note);

    assertThat(desk.status("urn:port")).isEqualTo(Status.CANCELED);
  }

  @Test
  void aKillWaitsForItsItem() {
    desk.take(kill(), port());

    assertThat(desk.because("urn:kill")).contains("has not arrived yet");
    assertThat(desk.status("urn:port")).isEqualTo(Status.CANCELED);
  }

  @Test
  void aKillDoesNotActOnALaterSubstitute() {
    desk.take(port(), kill(), Item.of("urn:new", "Kelsund port shuts", PORT).minute(20));

    assertThat(desk.status("urn:new")).isEqualTo(Status.USABLE);
  }

  @Test
  void ignoresAdvisoriesOfOtherAgencies() {
    desk.take(port(), kill().source("Island Gazette"));
    assertThat(desk.status("urn:port")).isEqualTo(Status.USABLE);

    desk.take(
        Item.of("urn:note", "Note", "")
            .source("Island Gazette")
            .says("kills", "urn:port")
            .minute(9));
    assertThat(desk.status("urn:port")).isEqualTo(Status.USABLE);
    assertThat(desk.because("urn:note"))
        .isEqualTo("A note to editors: kills nothing, because another agency has sent urn:port.");
  }

  @Test
  void ignoresAnAmbiguousReference() {
    desk.take(port(), Item.of("urn:two", "Kelsund port shuts", OTHER).minute(1), kill());

    assertThat(desk.status("urn:port")).isEqualTo(Status.USABLE);
    assertThat(desk.status("urn:two")).isEqualTo(Status.USABLE);
    assertThat(desk.because("urn:kill")).contains("2 items have the name");
  }

  @Test
  void ignoresAReferenceToAnOldItem() {
    desk.take(port(), kill().minute(49 * 60));

    assertThat(desk.status("urn:port")).isEqualTo(Status.USABLE);
  }

  @Test
  void releasesAHeldItem() {
    desk.take(
        port(),
        Item.of("urn:hold", "HOLD HOLD HOLD", "Please hold item \"Kelsund port shuts\".")
            .minute(5));
    assertThat(desk.status("urn:port")).isEqualTo(Status.WITHHELD);

    desk.take(
        Item.of("urn:go", "ADVISORY", "Item \"Kelsund port shuts\" can be used as it was.")
            .minute(9));
    assertThat(desk.status("urn:port")).isEqualTo(Status.USABLE);
  }

  @Test
  void aCorrectionReplacesTheItemItRefersTo() {
    desk.take(
        port(),
        Item.of("urn:copy", "Port closed", PORT).source("Island Gazette").minute(2),
        Item.of("urn:new", "CORRECTED-Kelsund port shuts", PORT.replace("Ada Lind", "Tom Berg"))
            .minute(9));

    assertThat(desk.status("urn:port")).isEqualTo(Status.REPLACED);
    assertThat(desk.verdict("urn:port").notices())
        .containsExactly(new ArticleVerdict.Notice(Kind.REPLACED, "urn:new"));
    ArticleVerdict corrected = desk.verdict("urn:new");
    assertThat(corrected.relation()).isEqualTo(Relation.ORIGINAL);
    assertThat(desk.verdict("urn:copy").copyOf()).isEqualTo("urn:new");
    Story story = desk.story(corrected);
    assertThat(desk.stories).as("no other story is opened for it").hasSize(1);
    assertThat(story.articles())
        .extracting(Story.Member::uri)
        .containsExactly("urn:new", "urn:copy");
    assertThat(story.summary().toString()).doesNotContain("Lind");
  }

  @Test
  void aCorrectionWithAnotherHeadlineReplacesTheItemWithItsText() {
    desk.take(
        port(),
        Item.of(
                "urn:new",
                "CORRECTED-Kelsund port closed by crane",
                PORT.replace("Ada Lind", "Tom Berg"))
            .minute(9));

    assertThat(desk.status("urn:port")).isEqualTo(Status.REPLACED);
    assertThat(desk.stories).hasSize(1);
  }

  @Test
  void aCorrectionByAnotherAgencyIsACopy() {
    desk.take(
        port(),
        Item.of("urn:new", "CORRECTED-Kelsund port shuts", PORT)
            .source("Island Gazette")
            .minute(9));

    assertThat(desk.status("urn:port")).isEqualTo(Status.USABLE);
    assertThat(desk.verdict("urn:new").copyOf()).isEqualTo("urn:port");
    assertThat(desk.story(desk.verdict("urn:port")).articleCount()).isEqualTo(2);
  }

  @Test
  void aCorrectionThatArrivesFirstExcludesTheWrongText() {
    desk.take(
        Item.of("urn:new", "CORRECTED-Kelsund port shuts", PORT.replace("Ada Lind", "Tom Berg"))
            .minute(9),
        port());

    assertThat(desk.status("urn:port")).isEqualTo(Status.REPLACED);
    assertThat(desk.status("urn:new")).isEqualTo(Status.USABLE);
  }

  @Test
  void correctsByAssociation() {
    desk.take(
        port(),
        Item.of("urn:new", "Kelsund port closed", PORT).says("corrects", "urn:port").minute(9));

    assertThat(desk.status("urn:port")).isEqualTo(Status.REPLACED);
    assertThat(desk.stories).hasSize(1);
  }

  @Test
  void marksAnItemThatIsCorrectedInWords() {
    desk.take(
        port(),
        Item.of(
                "urn:note",
                "CORRECTION - KELSUND PORT",
                "In item headlined \"Kelsund port shuts\" please read two ships.")
            .minute(5));

    assertThat(desk.status("urn:note")).isEqualTo(Status.ADVISORY);
    ArticleVerdict marked = desk.verdict("urn:port");
    assertThat(marked.status()).isEqualTo(Status.USABLE);
    assertThat(marked.notices())
        .containsExactly(new ArticleVerdict.Notice(Kind.CORRECTED, "urn:note"));
    assertThat(desk.story(marked).articles().get(0).notices()).isEqualTo(marked.notices());
  }

  @Test
  void aRepeatIsACopyEvenWithoutText() {
    desk.take(
        Item.of("urn:a", "KELSUND PORT TO SHUT", "").minute(0),
        Item.of("urn:b", "RPT-KELSUND PORT TO SHUT", "").minute(5));

    assertThat(desk.verdict("urn:b").copyOf()).isEqualTo("urn:a");
  }

  @Test
  void killsAnItemAndItsRepeat() {
    desk.take(port(), Item.of("urn:again", "RPT-Kelsund port shuts", PORT).minute(3), kill());

    assertThat(desk.status("urn:port")).isEqualTo(Status.CANCELED);
    assertThat(desk.status("urn:again")).isEqualTo(Status.CANCELED);
  }
}
