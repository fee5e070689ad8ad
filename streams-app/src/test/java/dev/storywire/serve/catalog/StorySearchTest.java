package dev.storywire.serve.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.serve.StoryFixtures;
import dev.storywire.serve.query.StoryFilterBuilder;
import dev.storywire.serve.query.StoryListItem;
import dev.storywire.serve.query.StoryQuery;
import dev.storywire.serve.query.StoryUpdate;
import java.util.List;
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

  private void publish(String id, String headline) {
    index.accept(StoryUpdate.of(StoryFixtures.open(id, headline, 0)));
  }

  private List<String> found(String text) {
    StoryQuery query = new StoryQuery(StoryFilterBuilder.builder().text(text).build(), 10, null);
    return index.stories(query).stories().stream().map(StoryListItem::storyId).toList();
  }
}
