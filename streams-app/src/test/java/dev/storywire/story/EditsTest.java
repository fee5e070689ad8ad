package dev.storywire.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.ArticleVerdict.Relation;
import dev.storywire.schemas.ArticleVerdict.Status;
import dev.storywire.schemas.Edit;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryEvent;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Tests edits, and that they bind later decisions. The models here join and merge everything that
 * has a word in common, so that only the edits keep articles apart.
 */
class EditsTest {
  private static final String BRIDGE =
      "The harbour bridge at Brenholm was closed to all traffic after inspectors found cracks in"
          + " two of its main cables. Ferries run every ten minutes until the repair is done, which"
          + " may take until May, said the town's engineer.";
  private static final String BANK =
      "Savers queued outside the Union Bank in Brenholm for a second day and the regulator froze"
          + " withdrawals while auditors look for missing deposits. Its chairman has left the"
          + " country, a person close to the board said.";
  private static final String MATCH =
      "Brenholm United won the cup final on penalties in front of forty thousand supporters. The"
          + " goalkeeper held the last two shots and was carried off the pitch by the captain.";

  private int edits;

  private static Item bridge(String uri) {
    return Item.of(uri, "Brenholm bridge closed", BRIDGE + " Reported by " + uri + ".");
  }

  private static Item bank(String uri) {
    return Item.of(uri, "Brenholm savers queue", BANK + " Reported by " + uri + ".");
  }

  private static Item both(String uri) {
    return Item.of(
        uri,
        "Brenholm bridge and bank trouble travellers",
        "Inspectors saw the main cables of the harbour bridge, and auditors of the regulator came to"
            + " the Union Bank, where savers queued.");
  }

  private static Item match(String uri) {
    return Item.of(uri, "Brenholm win the cup", MATCH);
  }

  /** Creates a lane whose models have put three events into one story. */
  private static Desk oneStory() {
    Desk desk = Desk.eager(false);
    desk.take(
        bridge("urn:bridge").minute(0), bank("urn:bank").minute(1), match("urn:match").minute(2));
    assertThat(desk.stories).hasSize(1);
    return desk;
  }

  private Edit.Split split(String story, String... uris) {
    return new Edit.Split(id(), "en", "Ada Lind", "Another event", story, List.of(uris));
  }

  private Edit.Move move(@Nullable String story, String... uris) {
    return new Edit.Move(id(), "en", "Ada Lind", "Another event.", List.of(uris), story);
  }

  private Edit.Merge merge(String story, String into) {
    return new Edit.Merge(id(), "en", "Nils Holt", "One event", story, into);
  }

  private Edit.Pin pin(String story, String uri) {
    return new Edit.Pin(id(), "en", "Nils Holt", "Clearer", story, uri);
  }

  private Edit.Undo undo(int edit) {
    return new Edit.Undo(id(), "en", "Ada Lind", "A mistake", "edit-" + edit);
  }

  private String id() {
    return "edit-" + ++edits;
  }

  @Test
  void aSplitMovesArticlesToANewStoryAndStatesWhoDidItAndWhy() {
    Desk desk = oneStory();
    String story = desk.storyId("urn:bridge");

    assertThat(desk.edit(split(story, "urn:bank"))).isEmpty();

    String other = desk.storyId("urn:bank");
    assertThat(other).isNotEqualTo(story);
    assertThat(desk.storyId("urn:match")).isEqualTo(story);
    assertThat(desk.because("urn:bank"))
        .isEqualTo("Ada Lind moved it from story " + story + ": Another event.");
    assertThat(desk.verdict("urn:bank").decision()).isEqualTo(2);
    StoryEvent.Edited edited = new StoryEvent.Edited("edit-1", "Ada Lind", "Another event");
    assertThat(desk.events)
        .filteredOn(event -> edited.equals(event.edit()))
        .extracting(StoryEvent::getClass)
        .containsExactlyInAnyOrder(
            StoryEvent.Opened.class, StoryEvent.Split.class, StoryEvent.ArticleJoined.class);
    assertThat(desk.story(desk.verdict("urn:bank")).headline()).isEqualTo("Brenholm savers queue");
    desk.assertMembersMatchVerdicts();
  }

  @Test
  void whatASplitHasPartedIsNotMergedAgain() {
    Desk desk = oneStory();
    desk.edit(split(desk.storyId("urn:bridge"), "urn:bank"));

    desk.take(both("urn:both").minute(5));

    assertThat(desk.storyId("urn:bank")).isNotEqualTo(desk.storyId("urn:bridge"));
    assertThat(desk.stories.values()).extracting(Story::status).containsOnly(Story.Status.OPEN);
    desk.assertMembersMatchVerdicts();
  }

  @Test
  void afterASplitIsUndoneTheModelsMayMergeItsStoriesAgain() {
    Desk desk = oneStory();
    desk.edit(split(desk.storyId("urn:bridge"), "urn:bank"), undo(1));
    desk.edit(move(null, "urn:bank"), undo(3));

    desk.take(both("urn:both").minute(5));

    assertThat(desk.storyId("urn:bank")).isEqualTo(desk.storyId("urn:bridge"));
    desk.assertMembersMatchVerdicts();
  }

  @Test
  void newVersionsStayWhereTheEditHasPutTheirArticles() {
    Desk desk = oneStory();
    String story = desk.storyId("urn:bridge");
    desk.edit(split(story, "urn:bank"));
    String other = desk.storyId("urn:bank");

    desk.take(bridge("urn:bank").version(2).minute(10)); // it reports on the bridge now
    desk.take(bank("urn:bridge").version(2).minute(11));

    assertThat(desk.storyId("urn:bank")).isEqualTo(other);
    assertThat(desk.because("urn:bank")).startsWith("Ada Lind moved it");
    assertThat(desk.storyId("urn:bridge")).isEqualTo(story);
    desk.assertMembersMatchVerdicts();
  }

  @Test
  void aReleasedArticleReturnsToTheStoryInWhichAnEditorHasPlacedIt() {
    Desk desk = oneStory();
    desk.edit(split(desk.storyId("urn:bridge"), "urn:bank", "urn:match"));
    String other = desk.storyId("urn:bank");
    desk.take(bank("urn:bank").version(2).status("withheld").minute(10));
    assertThat(desk.status("urn:bank")).isEqualTo(Status.WITHHELD);

    desk.take(bank("urn:bank").version(3).minute(11));

    assertThat(desk.storyId("urn:bank")).isEqualTo(other);
    desk.assertMembersMatchVerdicts();
  }

  @Test
  void aReleasedArticleDoesNotJoinTheStoryThatItWasPartedFrom() {
    Desk desk = oneStory();
    desk.edit(split(desk.storyId("urn:bridge"), "urn:bank"));
    String other = desk.storyId("urn:bank");
    desk.take(bridge("urn:bridge").version(2).status("withheld").minute(10));

    desk.take(bank("urn:bridge").version(3).minute(11)); // nearest to the bank

    assertThat(desk.storyId("urn:bridge")).isNotEqualTo(other);
    desk.assertMembersMatchVerdicts();
  }

  @Test
  void copiesFollowTheirOriginalAndACopyAloneBecomesAnOriginal() {
    Desk desk = oneStory();
    desk.take(
        match("urn:copy1").source("Island Gazette").minute(3),
        match("urn:copy2").source("North Coast Post").minute(4));
    String story = desk.storyId("urn:match");

    desk.edit(split(story, "urn:match"));
    String other = desk.storyId("urn:match");
    assertThat(desk.verdict("urn:copy1").copyOf()).isEqualTo("urn:match");
    assertThat(desk.storyId("urn:copy1")).isEqualTo(other);
    assertThat(desk.story(desk.verdict("urn:copy1")).copyCount()).isEqualTo(2);

    desk.edit(move(story, "urn:copy2"));
    ArticleVerdict alone = desk.verdict("urn:copy2");
    assertThat(alone.relation()).isEqualTo(Relation.ORIGINAL);
    assertThat(alone.copyOf()).isNull();
    assertThat(alone.storyId()).isEqualTo(story);
    desk.assertMembersMatchVerdicts();
  }

  @Test
  void oldArticlesThatALargeStoryNoLongerListsCanBeMoved() {
    Desk desk = oneStory();
    String story = desk.storyId("urn:bridge");
    int sixHours = 6 * 60;
    for (int i = 0; i < Story.MAX_ARTICLES + 5; i++) {
      desk.take(bridge("urn:bridge" + i).minute(sixHours * (1 + i)));
    }
    assertThat(desk.stories).hasSize(1);

    assertThat(desk.edit(move(null, "urn:bank", "urn:bank"))).isEmpty();
    String other = desk.storyId("urn:bank");
    assertThat(other).isNotEqualTo(story);
    assertThat(desk.edit(move(other, "urn:bridge"))).isEmpty();
    assertThat(desk.storyId("urn:bridge")).isEqualTo(other);
    desk.assertMembersMatchVerdicts();
  }

  @Test
  void movingAnArticleBackRevokesThePartingOfTheseArticles() {
    Desk desk = oneStory();
    String story = desk.storyId("urn:bridge");
    desk.edit(split(story, "urn:bank", "urn:match"), move(story, "urn:match"));

    assertThat(desk.storyId("urn:match")).isEqualTo(story);
    desk.take(match("urn:match").version(2).minute(9));
    assertThat(desk.storyId("urn:match")).isEqualTo(story);
    assertThat(desk.storyId("urn:bank")).isNotEqualTo(story);
    desk.assertMembersMatchVerdicts();
  }

  @Test
  void aMergedStoryIsNotSplitAutomatically() {
    Desk desk = Desk.eager(true);
    desk.take(
        bridge("urn:bridge").minute(0), bank("urn:bank").minute(1), match("urn:match").minute(2));
    assertThat(splits(desk)).isEqualTo(1);
    String story = desk.storyId("urn:match");
    String other = other(desk, story);

    assertThat(desk.edit(merge(other, story))).isEmpty();
    desk.take(
        Item.of("urn:ferry", "Brenholm ferries", "Ferries at Brenholm run late.").minute(3),
        Item.of("urn:cup", "Brenholm cup", "The cup is on show at Brenholm.").minute(4));

    assertThat(splits(desk)).isEqualTo(1);
    assertThat(desk.story(other).status()).isEqualTo(Story.Status.MERGED);
    assertThat(desk.story(other).mergedInto()).isEqualTo(story);
    assertThat(desk.story(story).articleCount()).isEqualTo(5);
    desk.assertMembersMatchVerdicts();
  }

  private static String other(Desk desk, String story) {
    return desk.stories.keySet().stream().filter(id -> !id.equals(story)).findFirst().orElseThrow();
  }

  private static int splits(Desk desk) {
    return (int) desk.events.stream().filter(event -> event instanceof StoryEvent.Split).count();
  }

  @Test
  void anUndoneMergeReturnsTheArticlesToAStoryOfTheirOwn() {
    Desk desk = oneStory();
    String story = desk.storyId("urn:bridge");
    desk.edit(split(story, "urn:bank"));
    String bank = desk.storyId("urn:bank");
    desk.edit(merge(bank, story));
    assertThat(desk.storyId("urn:bank")).isEqualTo(story);

    assertThat(desk.edit(undo(2))).isEmpty();

    assertThat(desk.storyId("urn:bank")).isNotIn(story, bank);
    assertThat(desk.because("urn:bank"))
        .isEqualTo("Ada Lind undid an edit that moved it: A mistake.");
    assertThat(desk.edit(undo(2))).containsExactly("no-effect");
    desk.assertMembersMatchVerdicts();
  }

  @Test
  void aPinnedHeadlineStaysUntilItsArticleLeaves() {
    Desk desk = oneStory();
    String story = desk.storyId("urn:bridge");

    desk.edit(pin(story, "urn:match"));
    desk.take(bridge("urn:bridge2").minute(5), bridge("urn:bridge3").minute(6));
    assertThat(desk.story(story).headline()).isEqualTo("Brenholm win the cup");
    assertThat(desk.story(story).seq()).isEqualTo(desk.lastEvent(story).seq());

    desk.take(match("urn:match").version(2).status("canceled").minute(7));
    assertThat(desk.story(story).headline()).isEqualTo("Brenholm bridge closed");
    assertThat(desk.edit(undo(1))).containsExactly("no-effect");
    desk.assertMembersMatchVerdicts();
  }

  @Test
  void anUndonePinLetsTheHeadlineFollowTheStory() {
    Desk desk = oneStory();
    String story = desk.storyId("urn:bridge");
    String headline = desk.story(story).headline();
    String pinned = headline.equals("Brenholm win the cup") ? "urn:bank" : "urn:match";
    desk.edit(pin(story, pinned));
    assertThat(desk.story(story).headline()).isNotEqualTo(headline);

    desk.edit(undo(1));

    assertThat(desk.story(story).headline()).isEqualTo(headline);
  }

  @Test
  void aKilledArticleStaysKilled() {
    Desk desk = oneStory();
    String story = desk.storyId("urn:bridge");
    desk.edit(split(story, "urn:bank"));
    desk.take(bank("urn:bank").version(2).status("canceled").minute(9));

    assertThat(desk.edit(move(story, "urn:bank"), split(story, "urn:bank"), undo(1)))
        .containsExactly("unknown-article", "unknown-article", "no-effect");
    assertThat(desk.status("urn:bank")).isEqualTo(Status.CANCELED);
    desk.assertMembersMatchVerdicts();
  }

  @Test
  void refusesInvalidEditsWithoutAnyChange() {
    Desk desk = oneStory();
    String story = desk.storyId("urn:bridge");
    int events = desk.events.size();

    assertThat(
            desk.edit(
                move("nowhere", "urn:bank"),
                move(story, "urn:nothing"),
                move(story, "urn:bank", "urn:match"),
                split("nowhere", "urn:bank"),
                split(story, "urn:bridge", "urn:bank", "urn:match"),
                merge(story, story),
                merge("nowhere", story),
                pin(story, "urn:nothing"),
                undo(99)))
        .containsExactly(
            "unknown-story",
            "unknown-article",
            "no-effect",
            "unknown-story",
            "no-effect",
            "no-effect",
            "unknown-story",
            "unknown-article",
            "unknown-edit");
    assertThat(desk.events).hasSize(events);
  }

  @Test
  void anEditIsAppliedOnce() {
    Desk desk = oneStory();
    Edit.Split split = split(desk.storyId("urn:bridge"), "urn:bank");
    assertThat(desk.edit(split)).isEmpty();
    int events = desk.events.size();

    assertThat(desk.edit(split)).containsExactly("duplicate-edit");
    assertThat(desk.events).hasSize(events);
  }

  @Test
  void anEditIsUndoneOnce() {
    Desk desk = oneStory();
    desk.edit(split(desk.storyId("urn:bridge"), "urn:bank"));
    Edit.Undo undo = undo(1);
    assertThat(desk.edit(undo)).isEmpty();
    int events = desk.events.size();

    assertThat(desk.edit(undo, undo(1))).containsExactly("duplicate-edit", "no-effect");
    assertThat(desk.events).hasSize(events);
  }

  /** Applies random edits between articles; many are refused. */
  @Property(tries = 40)
  void theOutputsAreConsistentAfterAnyEdits(
      @ForAll @Size(min = 6, max = 30) List<@IntRange(max = 9_999) Integer> choices) {
    Desk desk = oneStory();
    for (int number = 0; number < choices.size(); number++) {
      int choice = choices.get(number);
      List<String> uris = List.copyOf(desk.verdicts.keySet());
      List<String> stories = List.copyOf(desk.stories.keySet());
      String uri = uris.get(choice % uris.size());
      String story = stories.get(choice / 7 % stories.size());
      switch (choice % 8) {
        case 0 -> desk.edit(split(desk.members(story).contains(uri) ? story : "none", uri));
        case 1 -> desk.edit(move(story, uri));
        case 2 -> desk.edit(move(null, uri));
        case 3 -> desk.edit(merge(story, stories.get(choice / 5 % stories.size())));
        case 4 -> desk.edit(pin(story, uri), undo(choice % Math.max(1, edits)));
        case 5 -> desk.take(bank("urn:" + number).minute(10 + number));
        case 6 -> desk.take(bridge(uri).version(number + 2).minute(10 + number));
        default -> desk.take(match("urn:" + number).source("Wire " + number).minute(10 + number));
      }
      desk.assertMembersMatchVerdicts();
      for (ArticleVerdict verdict : desk.verdicts.values()) {
        if (verdict.copyOf() != null) {
          assertThat(desk.storyId(verdict.copyOf())).isEqualTo(verdict.storyId());
        }
      }
    }
  }
}
