package dev.storywire.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.Story.SummarySentence;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryTextTest {
  private static final Lead CLOSED =
      new Lead(
          "a",
          "Harbour bridge at Brenholm closed after cracks found",
          List.of(
              "The harbour bridge at Brenholm was closed after inspectors found cracks in its cables.",
              "Ferries will run every ten minutes until the repair is done."));
  private static final Lead AGAIN =
      new Lead(
          "b",
          "Brenholm harbour bridge closed, inspectors find cracks",
          List.of(
              "Inspectors found cracks in cables of the harbour bridge at Brenholm, which was closed.",
              "The repair of the bridge cables may take until May, the engineer said."));
  private static final Lead ASIDE =
      new Lead(
          "c",
          "Opinion: who pays for old crossings?",
          List.of("Nobody likes to pay for maintenance, and voters everywhere seem to forget it."));

  @Test
  void theHeadlineIsThatOfTheArticleThatSaysWhatTheOthersSay() {
    StoryText text = StoryText.of(List.of(ASIDE, AGAIN, CLOSED), StoryText.NONE);
    assertThat(text.headlineUri()).isIn("a", "b");
  }

  @Test
  void noSentenceIsSaidTwiceAndEachNamesItsArticle() {
    StoryText text = StoryText.of(List.of(AGAIN, CLOSED), StoryText.NONE);
    assertThat(text.summary()).hasSizeBetween(2, 3);
    assertThat(text.summary())
        .filteredOn(sentence -> sentence.text().contains("nspectors found cracks"))
        .hasSize(1);
    for (SummarySentence sentence : text.summary()) {
      Lead from = sentence.uri().equals("a") ? CLOSED : AGAIN;
      assertThat(from.sentences()).contains(sentence.text());
    }
  }

  @Test
  void anotherArticleThatAddsNothingChangesNothing() {
    StoryText before = StoryText.of(List.of(AGAIN, CLOSED), StoryText.NONE);
    assertThat(StoryText.of(List.of(ASIDE, AGAIN, CLOSED), before)).isEqualTo(before);
  }

  @Test
  void nothingStaysOfAnArticleThatHasLeft() {
    StoryText before = StoryText.of(List.of(AGAIN, CLOSED), StoryText.NONE);
    StoryText after = StoryText.of(List.of(CLOSED), before);
    assertThat(after.headline()).isEqualTo(CLOSED.headline());
    assertThat(after.summary()).extracting(SummarySentence::uri).containsOnly("a");
    assertThat(StoryText.of(List.of(), after)).isEqualTo(StoryText.NONE);
  }
}
