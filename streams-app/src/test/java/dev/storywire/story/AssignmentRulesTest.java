package dev.storywire.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.dedup.CopyDecision;
import dev.storywire.dedup.CopyMatch;
import dev.storywire.story.cluster.JoinDecision;
import dev.storywire.story.state.ArticleRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssignmentRulesTest {
  private static final ArticleRecord PREDECESSOR = ArticleRecord.unknown("urn:before");
  private static final CopyMatch MATCH =
      new CopyMatch("urn:original", "urn:original", 1, .9, new CopyDecision(true, .9, .9, "text"));
  private static final JoinDecision DECISION =
      new JoinDecision("near", .8, .65, null, List.of(), List.of(), null, null);

  @Test
  void aPredecessorComesBeforeAnOriginal() {
    assertThat(AssignmentRules.byRelation(PREDECESSOR, "s1", MATCH, "s2"))
        .contains(new StoryChoice.JoinPredecessor("s1", PREDECESSOR));
  }

  @Test
  void aCopyFollowsItsOriginalIfTheStoryOfThePredecessorHasRetired() {
    assertThat(AssignmentRules.byRelation(PREDECESSOR, null, MATCH, "s2"))
        .contains(new StoryChoice.JoinOriginal("s2", MATCH));
  }

  @Test
  void theModelsChooseIfNoRelatedArticleIsInAStory() {
    assertThat(AssignmentRules.byRelation(PREDECESSOR, null, MATCH, null)).isEmpty();
    assertThat(AssignmentRules.byRelation(null, null, null, null)).isEmpty();
  }

  @Test
  void theChoiceOfTheModelsComesBeforeTheOwnStory() {
    assertThat(AssignmentRules.byModels(DECISION, "near", "own"))
        .isEqualTo(new StoryChoice.JoinNearest("near", DECISION));
  }

  @Test
  void anArticleThatFitsNoOtherStoryStaysInItsOwnOrOpensOne() {
    assertThat(AssignmentRules.byModels(DECISION, null, "own"))
        .isEqualTo(new StoryChoice.StayAlone("own", DECISION));
    assertThat(AssignmentRules.byModels(DECISION, null, null))
        .isEqualTo(new StoryChoice.Open(DECISION));
  }
}
