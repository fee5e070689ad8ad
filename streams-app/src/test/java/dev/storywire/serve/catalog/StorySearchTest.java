package dev.storywire.serve.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryBuilder;
import dev.storywire.serve.StoryFixtures;
import dev.storywire.serve.query.SearchHit;
import dev.storywire.serve.query.StoryFilterBuilder;
import dev.storywire.serve.query.StoryListItem;
import dev.storywire.serve.query.StoryQuery;
import dev.storywire.serve.query.StoryUpdate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests words, phrases and exclusions in a search. */
class StorySearchTest {
  private final StoryCatalog index = new StoryCatalog(10);

  StorySearchTest() {
    publish("strike", "Transit strike halts the harbour ferries");
    publish("vote", "Strike vote: transit workers decide");
    publish("tokyo", "東京の橋が閉鎖");
  }

  @Test
  void findsWordsByTheirBeginning() {
    assertThat(found("transit stri")).containsExactlyInAnyOrder("strike", "vote");
    assertThat(found("ÉTRANSIT")).isEmpty();
  }

  @Test
  void findsAPhraseAsItIs() {
    assertThat(found("\"transit strike\"")).containsExactly("strike");
    assertThat(found("„Strike Vote“")).containsExactly("vote");
    assertThat(found("\"transit stri\"")).isEmpty();
    assertThat(found("\"橋が\"")).containsExactly("tokyo");
  }

  @Test
  void completesAPhraseThatIsNotClosed() {
    assertThat(found("\"transit stri")).containsExactly("strike");
  }

  @Test
  void excludesWholeWordsAndPhrases() {
    assertThat(found("transit -ferries")).containsExactly("vote");
    assertThat(found("transit -ferr")).containsExactlyInAnyOrder("strike", "vote");
    assertThat(found("-transit")).containsExactly("tokyo");
    assertThat(found("strike -\"strike vote\"")).containsExactly("strike");
  }

  @Test
  void readsAHyphenWithinAWordAsASpace() {
    assertThat(found("strike-vote")).containsExactly("vote");
    assertThat(found("- strike")).containsExactlyInAnyOrder("strike", "vote");
  }

  @Test
  void doesNotFindAPhraseAcrossTwoFields() {
    // the name follows the summary
    assertThat(found("\"Monday Tove\"")).isEmpty();
    assertThat(found("Monday Tove transit strike halts")).containsExactly("strike");
  }

  @Test
  void statesWhereAHitIsThatTheListDoesNotShow() {
    Story story = StoryFixtures.open("quay", "Quay closed", 1);
    Story.Member member = story.articles().get(0);
    index.accept(
        StoryUpdate.of(
            StoryBuilder.builder(story)
                .summary(
                    List.of(
                        story.summary().get(0),
                        new Story.SummarySentence("Divers found a cracked pile.", member.uri())))
                .articles(
                    List.of(
                        member,
                        new Story.Member(
                            "urn:cranes",
                            1,
                            member.relation(),
                            null,
                            "Coast Post",
                            "Cranes stand still",
                            null,
                            member.publishedAt(),
                            List.of())))
                .terms(List.of("pilings"))
                .build()));

    assertThat(hit("quay cracked"))
        .isEqualTo(hit(SearchHit.Field.SUMMARY, "Divers found a cracked pile."));
    assertThat(hit("cranes")).isEqualTo(hit(SearchHit.Field.ARTICLE, "Cranes stand still"));
    assertThat(hit("\"cracked pile\" div")).isEqualTo(hit("cracked"));
    assertThat(hit("pilings")).isEqualTo(hit(SearchHit.Field.TERM, "pilings"));
    assertThat(hit("quay mayor lind")).isNull();
    assertThat(hit("quay -cranes -pilings -cracked")).isNull();
  }

  private @Nullable SearchHit hit(String text) {
    StoryQuery query = new StoryQuery(StoryFilterBuilder.builder().text(text).build(), 10, null);
    return index.stories(query).stories().stream()
        .map(StoryListItem::hit)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static SearchHit hit(SearchHit.Field field, String text) {
    return new SearchHit(field, text);
  }

  private void publish(String id, String headline) {
    index.accept(StoryUpdate.of(StoryFixtures.open(id, headline, 0)));
  }

  private List<String> found(String text) {
    StoryQuery query = new StoryQuery(StoryFilterBuilder.builder().text(text).build(), 10, null);
    return index.stories(query).stories().stream().map(StoryListItem::storyId).toList();
  }
}
