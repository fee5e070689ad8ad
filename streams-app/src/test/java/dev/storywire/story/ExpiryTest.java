package dev.storywire.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.ArticleVerdict.Status;
import dev.storywire.schemas.Edit;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryEvent.ArticleWithdrawn;
import dev.storywire.schemas.StoryEvent.ArticleWithdrawn.Cause;
import dev.storywire.story.state.InMemoryLaneStore;
import dev.storywire.story.state.LaneOutput;
import dev.storywire.story.state.LaneSettings;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Tests the expiry of articles, and articles that arrive again after it. */
class ExpiryTest {
  private static final String PORT =
      "The port of Kelsund was closed on Thursday after a crane fell across the main quay, the harbour"
          + " master, Ada Lind, said. Twelve ships are waiting outside and will be sent to Brenholm if"
          + " the quay is not free by the weekend, the Coastal Line company said in a statement.";
  private static final String DIVERS =
      "Divers went down to the fallen crane in the port of Kelsund on Saturday, the harbour master, Ada"
          + " Lind, said. The main quay stays shut, and twelve ships of the Coastal Line company are sent"
          + " to Brenholm.";

  private static final LaneSettings SETTINGS =
      new LaneSettings(Duration.ofDays(2), Duration.ofDays(3), false, true);

  /** Creates a story that is open when its first article expires. */
  private static Desk openStory() {
    return new Desk(SETTINGS).take(first(), second(), reprint(), other(day(3, 1)));
  }

  private static Item first() {
    return Item.of("urn:first", "Fallen crane shuts Kelsund port", PORT).minute(0);
  }

  private static Item second() {
    return Item.of("urn:second", "Kelsund port still shut", DIVERS).at(day(0, 12));
  }

  private static Item reprint() {
    return Item.of("urn:reprint", "Port closed", PORT).source("Island Gazette").at(day(1, 12));
  }

  private static Item french() {
    String text =
        "Le pont du port de Brenholm a été fermé jeudi à toute circulation après la découverte de"
            + " fissures dans deux de ses câbles principaux, a déclaré l'ingénieure de la ville.";
    return Item.of("urn:first", "Le pont du port est fermé", text).version(2).language("fr");
  }

  private static Item other(Instant at) {
    return Item.of("urn:other:" + at, "Snow in Oslo", "Snow fell on Oslo all night.").at(at);
  }

  private static Instant day(int days, int hours) {
    return Item.NOON.plus(Duration.ofDays(days)).plus(Duration.ofHours(hours));
  }

  @Test
  void aSlugExpiresTwoDaysAfterItsNewestItem() {
    String slug = first().slugline("Kelsund-Port").prepared().slugs().get(0);
    Desk desk = new Desk(SETTINGS);
    desk.take(first().slugline("Kelsund-Port"));
    desk.take(second().slugline("Kelsund-Port").at(day(1, 0)));

    desk.take(other(day(2, 1)));
    assertThat(desk.store.slug(slug)).isNotNull();
    desk.take(other(day(3, 1)));
    assertThat(desk.store.slug(slug)).isNull();
  }

  @Test
  void anEditExpiresWithItsArticles() {
    Desk desk = new Desk(SETTINGS).take(first());
    String story = desk.storyId("urn:first");
    desk.edit(new Edit.Pin("edit-1", "en", "Nils Holt", "Clearer", story, "urn:first"));
    assertThat(desk.store.edit("edit-1")).isNotNull();

    desk.take(other(day(2, 0)), other(day(3, 1)));
    assertThat(desk.store.edit("edit-1")).isNull();
    assertThat(desk.edit(new Edit.Undo("edit-2", "en", "Nils Holt", "A mistake", "edit-1")))
        .containsExactly("unknown-edit");
  }

  @Test
  void anOpenStoryDropsAnExpiredArticle() {
    Desk desk = openStory();

    assertThat(desk.verdicts)
        .containsOnlyKeys("urn:second", "urn:reprint", "urn:other:" + day(3, 1));
    Story story = desk.story(desk.verdict("urn:second"));
    assertThat(story.articles())
        .extracting(Story.Member::uri)
        .containsExactly("urn:reprint", "urn:second");
    assertThat(story.articleCount()).isEqualTo(2);
    assertThat(story.headline()).isEqualTo("Kelsund port still shut");
    ArticleWithdrawn withdrawn = (ArticleWithdrawn) desk.events.get(desk.events.size() - 3);
    assertThat(withdrawn.cause()).isEqualTo(Cause.FORGOTTEN);
    assertThat(withdrawn.at()).as("when its time was over").isEqualTo(day(3, 0));
  }

  @Test
  void countsAResentArticleOnceAfterItsExpiry() {
    Desk desk = openStory().take(first().at(day(3, 2)));

    assertThat(desk.verdict("urn:first").storyId()).isEqualTo(desk.verdict("urn:second").storyId());
    Story story = desk.story(desk.verdict("urn:first"));
    assertThat(story.articleCount()).isEqualTo(3);
    assertThat(desk.members(story.storyId()))
        .containsExactlyInAnyOrder("urn:first", "urn:second", "urn:reprint");
  }

  @Test
  void aKillAfterTheWindowRemovesTheText() throws Exception {
    Desk desk = openStory().take(first().version(2).status("canceled").at(day(3, 2)));

    assertThat(desk.status("urn:first")).isEqualTo(Status.CANCELED);
    for (Story story : desk.stories.values()) {
      assertThat(Json.mapper().writeValueAsString(story)).doesNotContain("Fallen");
    }
  }

  @Test
  void aClosedStoryKeepsItsArticlesUntilItRetires() {
    Desk desk = new Desk(SETTINGS).take(first(), second(), other(day(3, 11)));
    Story story = desk.story(desk.verdict("urn:first"));
    assertThat(story.status()).isEqualTo(Story.Status.CLOSED);
    assertThat(story.articleCount()).isEqualTo(2);

    desk.take(other(day(3, 13)));
    assertThat(desk.stories).doesNotContainKey(story.storyId());
    assertThat(desk.verdicts).doesNotContainKeys("urn:first", "urn:second");
    assertThat(desk.events).noneMatch(event -> event instanceof ArticleWithdrawn);
  }

  @Test
  void aStoryThatHasRetiredIsNotMerged() {
    Desk desk = new Desk(SETTINGS).take(other(day(4, 0)));
    Story retired = desk.story(desk.verdict("urn:other:" + day(4, 0)));
    desk.take(other(day(7, 0)));

    assertThat(desk.stories).doesNotContainKey(retired.storyId()).hasSize(1);
    assertThat(desk.verdict("urn:other:" + day(7, 0)).status()).isEqualTo(Status.USABLE);
  }

  @Test
  void aLaneRemembersAMoveLongerThanTheOtherLaneRemembersTheArticle() {
    Lane lane = new Lane("en", SETTINGS, new InMemoryLaneStore());
    var unused = lane.accept(first().prepared());
    unused = lane.dropOlderVersion(french().at(day(2, 0)).prepared());
    unused = lane.accept(other(day(4, 0)).prepared());
    unused = lane.accept(other(day(7, 0)).prepared());
    unused = lane.accept(other(day(10, 0)).prepared());

    assertThat(lane.accept(first().at(day(10, 1)).prepared()))
        .last()
        .isInstanceOf(LaneOutput.Superseded.class);
  }
}
