package dev.storywire.story.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.Story.SummarySentence;
import java.util.List;
import java.util.stream.Stream;
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
  void theHeadlineIsThatOfTheMostCentralArticle() {
    StoryText text = StoryText.of(List.of(ASIDE, AGAIN, CLOSED), StoryText.NONE);
    assertThat(text.headlineUri()).isIn("a", "b");
  }

  @Test
  void sentencesDifferAndNameTheirArticles() {
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
  void anArticleWithoutNewContentDoesNotChangeTheText() {
    StoryText before = StoryText.of(List.of(AGAIN, CLOSED), StoryText.NONE);
    assertThat(StoryText.of(List.of(ASIDE, AGAIN, CLOSED), before)).isEqualTo(before);
  }

  private static final List<Lead> STRIKE =
      List.of(
          new Lead(
              "s4",
              "Ministers invite Norhaven dockers and port to talks on Friday",
              List.of(
                  "Ministers invited the port of Norhaven and its dockers to talks on Friday.")),
          new Lead(
              "s3",
              "Norhaven port strike: ships wait as dockers reject offer",
              List.of("Ships waited off Norhaven as dockers rejected an offer of the port.")),
          new Lead(
              "s2",
              "Dockers strike at Norhaven port over pensions",
              List.of("Dockers of the Norhaven port are on strike over pensions.")),
          new Lead(
              "s1",
              "Dockers walk out at Norhaven port",
              List.of("Dockers walked out at the Norhaven port on Thursday over pensions.")));

  private static final Lead DEAL =
      new Lead(
          "s5",
          "Deal ends strike of Norhaven dockers",
          List.of("Norhaven dockers will return to work after a deal with the port on pensions."));

  private static List<Lead> andThen(Lead latest, List<Lead> before) {
    return Stream.concat(Stream.of(latest), before.stream()).toList();
  }

  @Test
  void theTextFollowsTheStory() {
    StoryText before = StoryText.of(STRIKE.subList(1, 4), StoryText.NONE);
    StoryText during = StoryText.of(STRIKE, before);
    StoryText after = StoryText.of(andThen(DEAL, STRIKE), during);
    assertThat(after.headlineUri()).isIn("s4", "s5");
    assertThat(after.summary())
        .extracting(SummarySentence::uri)
        .as("what happened, and the latest development")
        .containsAnyOf("s1", "s2", "s3")
        .containsAnyOf("s4", "s5");
  }

  @Test
  void anArticleThatSharesTooFewWordsDoesNotBecomeTheHeadline() {
    StoryText text = StoryText.of(andThen(ASIDE, STRIKE.subList(2, 4)), StoryText.NONE);
    assertThat(text.headlineUri()).isIn("s1", "s2");
  }

  @Test
  void removesTheTextOfAnArticleThatHasLeft() {
    StoryText before = StoryText.of(List.of(AGAIN, CLOSED), StoryText.NONE);
    StoryText after = StoryText.of(List.of(CLOSED), before);
    assertThat(after.headline()).isEqualTo(CLOSED.headline());
    assertThat(after.summary()).extracting(SummarySentence::uri).containsOnly("a");
    assertThat(StoryText.of(List.of(), after)).isEqualTo(StoryText.NONE);
  }
}
