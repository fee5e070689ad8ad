package dev.storywire.story.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.Entity;
import dev.storywire.story.vector.ArticleView;
import dev.storywire.text.clean.CleanArticle;
import dev.storywire.text.terms.Terms;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterIndexTest {
  private static ArticleView article(String uri, String headline, String text) {
    CleanArticle clean = CleanArticle.of(headline, List.of(text));
    return new ArticleView(uri, 0, "wire", Terms.of(clean, "en"), List.of());
  }

  private static final ArticleView FLOOD =
      article(
          "flood-1",
          "Dam bursts above Velmora, thousands flee",
          "A dam burst above the town of Velmora on Tuesday and thousands of people fled.");
  private static final ArticleView FLOOD_AGAIN =
      article(
          "flood-2",
          "Thousands flee as Velmora dam bursts",
          "Thousands of people left Velmora after the dam above the town burst, officials said.");
  private static final ArticleView OTHER =
      article(
          "bank-1",
          "Central bank raises rates",
          "The central bank raised its rate by a quarter point, as analysts had expected.");

  @Test
  void joinsArticlesOnTheSameEvent() {
    ClusterIndex index = new ClusterIndex();
    assertThat(index.decide(FLOOD).storyId()).isNull();
    index.add(FLOOD, "flood");

    JoinDecision again = index.decide(FLOOD_AGAIN);
    assertThat(again.storyId()).isEqualTo("flood");
    assertThat(again.sharedTerms()).contains("velmora", "dam");
    assertThat(index.decide(OTHER).storyId()).isNull();
  }

  @Test
  void anIndexRestoredFromItsRecordsGivesTheSameDecisions() {
    ClusterIndex index = new ClusterIndex();
    index.add(FLOOD, "flood");
    index.add(OTHER, "bank");
    ClusterIndex restored = new ClusterIndex();
    restored.restore(List.of(index.encode("bank-1"), index.encode("flood-1")), 0);
    assertThat(restored.decide(FLOOD_AGAIN)).isEqualTo(index.decide(FLOOD_AGAIN));
  }

  @Test
  void namesThatAreNotScoredOnlyExcludeStories() {
    ClusterIndex nameless = new ClusterIndex();
    nameless.add(FLOOD, "flood");
    ClusterIndex index = new ClusterIndex();
    index.add(named(FLOOD, "loc:velmora", false), "flood");

    assertThat(index.decide(named(FLOOD_AGAIN, "loc:norwick", false)).mismatch())
        .isEqualTo(JoinDecision.Mismatch.NAMES);
    JoinDecision shared = index.decide(named(FLOOD_AGAIN, "loc:velmora", false));
    assertThat(shared.score()).isEqualTo(nameless.decide(FLOOD_AGAIN).score());
    assertThat(shared.sharedNames()).containsExactly("loc:velmora");
    assertThat(index.decide(named(FLOOD_AGAIN, "loc:velmora", true)).score())
        .isNotEqualTo(shared.score());
  }

  private static ArticleView named(ArticleView article, String id, boolean scored) {
    List<Entity> names = List.of(new Entity(id, id, Entity.Type.LOC, 2));
    return new ArticleView(article.uri(), 0, article.source(), article.terms(), names, scored);
  }

  @Test
  void ignoresARemovedArticle() {
    ClusterIndex index = new ClusterIndex();
    index.add(FLOOD, "flood");
    index.remove("flood-1");
    assertThat(index.decide(FLOOD_AGAIN).storyId()).isNull();
  }
}
