package dev.storywire.serve.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.Reasons;
import dev.storywire.schemas.StoryEvent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  @Test
  void statesThatALanguageHasNoModelForNames() {
    Explanation french = Explanation.of(verdict("fr"), null, null, List.of());
    assertThat(french.noNames()).contains("(fr)");
    assertThat(french.text()).contains(french.noNames());
  }

  @Test
  void omitsTheStatementForALanguageWithAModel() {
    Explanation german = Explanation.of(verdict("de"), null, null, List.of());
    assertThat(german.noNames()).isNull();
    assertThat(german.text()).doesNotContain("Names are not found");
  }

  @Test
  void statesWhoEditedItAndWhy() {
    Explanation edited =
        Explanation.of(
            verdict("en"),
            null,
            null,
            List.of(new StoryEvent.Edited("e1", "Ada Lind", "Names the ship")));
    assertThat(edited.edits()).extracting(StoryEvent.Edited::id).containsExactly("e1");
    assertThat(edited.text()).endsWith("Edited by Ada Lind: Names the ship.\n");
  }

  private static ArticleVerdict verdict(String language) {
    return new ArticleVerdict(
        "urn:example:a1",
        1,
        ArticleVerdict.Status.USABLE,
        language,
        "20260302T0914-k7mq2xw4",
        ArticleVerdict.Relation.ORIGINAL,
        null,
        null,
        1,
        0,
        Instant.EPOCH,
        "Example",
        "A headline",
        null,
        null,
        language,
        List.of(),
        List.of(),
        Reasons.of("It opens a story."));
  }
}
