package dev.storywire.schemas;

import static dev.storywire.schemas.ArticleVerdict.Relation.ORIGINAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.storywire.schemas.StoryEvent.ArticleWithdrawn.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Checks that the fold of the example events of a story equals its example snapshot. */
class StoryMembersTest {
  private static final Instant NOON = Instant.parse("2026-03-12T12:00:00Z");
  private static final String FERRY = "20260312T0641-4k7c9xdr";
  private static final String OTHER = "20260312T0955-9d2f6bwp";
  private static final String EMPTIED = "20260312T1107-8c5x88z3";

  @Test
  void theFoldEqualsTheSnapshot() throws JsonProcessingException {
    for (String name : List.of("open", "closed", "merged", "emptied")) {
      Story story = snapshot("stories." + name + ".json");
      var members = new StoryMembers(story.storyId());
      events(story.storyId()).stream()
          .filter(event -> event.seq() <= story.seq())
          .forEach(members::apply);
      assertThat(members.seq()).as(name).isEqualTo(story.seq());
      assertThat(members.status()).as(name).isEqualTo(story.status());
      assertThat(members.uris()).as(name).isEqualTo(uris(story));
      assertThat(story.articleCount()).as(name).isEqualTo(members.uris().size());
    }
  }

  @Test
  void aMergeMovesAllMembers() throws JsonProcessingException {
    assertThat(fold(OTHER).uris()).isEmpty();
    assertThat(fold(OTHER).status()).isEqualTo(Story.Status.MERGED);
    assertThat(fold(FERRY).uris()).contains("tag:islandgazette.example,2026:9081");
  }

  @Test
  void aSplitMovesMembersAndAWithdrawalRemovesThem() throws JsonProcessingException {
    assertThat(fold(FERRY).uris()).doesNotContain("tag:harbourwire.example,2026:ferry-0502");
    assertThat(fold(FERRY).status()).isEqualTo(Story.Status.OPEN);
    assertThat(fold(EMPTIED).uris()).isEmpty();
  }

  @Test
  void anArchiveKeepsExpiredArticles() {
    StoryMembers archive = StoryMembers.archive(FERRY);
    long seq = 0;
    for (String uri : List.of("old", "killed")) {
      archive.apply(
          StoryEventArticleJoinedBuilder.builder()
              .storyId(FERRY)
              .seq(++seq)
              .at(NOON)
              .lane("en")
              .uri(uri)
              .version(1)
              .relation(ORIGINAL)
              .build());
    }
    archive.apply(
        new StoryEvent.ArticleWithdrawn(FERRY, ++seq, NOON, "en", "old", 1, Cause.FORGOTTEN, null));
    archive.apply(
        new StoryEvent.ArticleWithdrawn(
            FERRY, ++seq, NOON, "en", "killed", 1, Cause.CANCELED, null));
    assertThat(archive.uris()).containsExactly("old");
    assertThat(archive.seq()).isEqualTo(seq);
  }

  @Test
  void ignoresAnEventThatWasApplied() throws JsonProcessingException {
    StoryMembers members = fold(FERRY);
    Set<String> before = Set.copyOf(members.uris());
    for (StoryEvent event : events(FERRY)) {
      assertThat(members.apply(event)).isFalse();
    }
    assertThat(members.uris()).isEqualTo(before);
  }

  @Test
  void aGapIsRefused() throws JsonProcessingException {
    var members = new StoryMembers(FERRY);
    assertThatThrownBy(() -> members.apply(events(FERRY).get(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("event 2 follows 0");
    assertThatThrownBy(() -> members.apply(events(OTHER).get(0)))
        .hasMessageContaining("not of " + FERRY);
  }

  private static StoryMembers fold(String storyId) throws JsonProcessingException {
    var members = new StoryMembers(storyId);
    events(storyId).forEach(members::apply);
    return members;
  }

  private static List<StoryEvent> events(String storyId) throws JsonProcessingException {
    var events = new ArrayList<StoryEvent>();
    for (Contract.Example example : Contract.examples(Contract.CURRENT)) {
      if (example.topic().equals("story-events")) {
        events.add(Json.mapper().treeToValue(example.json(), StoryEvent.class));
      }
    }
    return events.stream()
        .filter(event -> event.storyId().equals(storyId))
        .sorted(Comparator.comparingLong(StoryEvent::seq))
        .toList();
  }

  private static Story snapshot(String file) throws JsonProcessingException {
    return Json.mapper()
        .treeToValue(
            Contract.read(Contract.CURRENT.resolve("examples").resolve(file)), Story.class);
  }

  private static Set<String> uris(Story story) {
    return story.articles().stream().map(Story.Member::uri).collect(Collectors.toSet());
  }
}
