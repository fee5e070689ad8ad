package dev.storywire.serve.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.ArticleVerdictBuilder;
import dev.storywire.schemas.Reasons;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.schemas.StoryEventArticleJoinedBuilder;
import dev.storywire.schemas.StoryEventArticleRevisedBuilder;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  @Test
  void statesThatALanguageHasNoModelForNames() {
    Explanation french = Explanation.of(verdict("fr"), null, null, null, List.of());
    assertThat(french.noNames()).contains("(fr)");
    assertThat(french.text()).contains(french.noNames());
  }

  @Test
  void omitsTheStatementForALanguageWithAModel() {
    Explanation german = Explanation.of(verdict("de"), null, null, null, List.of());
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
            null,
            List.of(new StoryEvent.Edited("e1", "Ada Lind", "Names the ship")));
    assertThat(edited.edits()).extracting(StoryEvent.Edited::id).containsExactly("e1");
    assertThat(edited.text()).endsWith("Edited by Ada Lind: Names the ship.\n");
  }

  @Test
  void namesTheOriginalAndStatesThatItWasChangedSince() {
    ArticleVerdict original = verdict("en");
    ArticleVerdict copy = copy();
    List<StoryEvent> events =
        List.of(joined(1, original), joined(2, copy), revised(3, original, 1));

    assertThat(text(copy, original, events))
        .contains("It is a copy of “A headline” by Example (urn:example:a1) (98% of the text")
        .doesNotContain("Shares 98 %", "changed since");
    assertThat(text(copy, original, List.of())).doesNotContain("changed since");
    events = List.of(joined(1, original), joined(2, copy), revised(3, original, 2));
    assertThat(text(copy, original, events))
        .contains("an earlier version of “A headline”", "it has version 1");
  }

  @Test
  void statesTimesUnderAnHourInMinutes() {
    assertThat(textWithTimeApart(0.004)).contains("It is less than a minute apart");
    assertThat(textWithTimeApart(0.02)).contains("It is 1 minute apart");
    assertThat(textWithTimeApart(0.65)).contains("It is 39 minutes apart");
    assertThat(textWithTimeApart(0.995)).contains("It is 1.0 hours apart");
    assertThat(textWithTimeApart(1.5)).contains("It is 1.5 hours apart");
  }

  private static String textWithTimeApart(double hours) {
    Reasons reasons = new Reasons("Same event.", null, null, List.of(), List.of(), hours, null);
    ArticleVerdict verdict = ArticleVerdictBuilder.builder(verdict("en")).reasons(reasons).build();
    return Explanation.of(verdict, null, null, null, List.of()).text();
  }

  private static String text(
      ArticleVerdict copy, ArticleVerdict original, List<StoryEvent> events) {
    Original copied = Original.of(copy, original, events);
    return Explanation.of(copy, null, copied, null, List.of()).text();
  }

  private static StoryEvent joined(long seq, ArticleVerdict article) {
    return StoryEventArticleJoinedBuilder.builder()
        .storyId("s")
        .seq(seq)
        .at(Instant.EPOCH)
        .lane("en")
        .uri(article.uri())
        .version(1)
        .relation(ArticleVerdict.Relation.COPY)
        .build();
  }

  private static StoryEvent revised(long seq, ArticleVerdict article, int version) {
    return StoryEventArticleRevisedBuilder.builder()
        .storyId("s")
        .seq(seq)
        .at(Instant.EPOCH)
        .lane("en")
        .uri(article.uri())
        .version(version)
        .relation(ArticleVerdict.Relation.ORIGINAL)
        .build();
  }

  private static ArticleVerdict copy() {
    return ArticleVerdictBuilder.builder(verdict("en"))
        .uri("urn:example:b1")
        .relation(ArticleVerdict.Relation.COPY)
        .copyOf("urn:example:a1")
        .similarity(.98)
        .reasons(Reasons.of("Shares 98 % of its text with urn:example:a1."))
        .build();
  }

  private static ArticleVerdict verdict(String language) {
    return ArticleVerdictBuilder.builder()
        .uri("urn:example:a1")
        .version(1)
        .status(ArticleVerdict.Status.USABLE)
        .lane(language)
        .storyId("20260302T0914-k7mq2xw4")
        .relation(ArticleVerdict.Relation.ORIGINAL)
        .decision(1)
        .resends(0)
        .decidedAt(Instant.EPOCH)
        .source("Example")
        .headline("A headline")
        .language(language)
        .reasons(Reasons.of("It opens a story."))
        .build();
  }
}
