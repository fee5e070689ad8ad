package dev.storywire.story.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.Entity;
import dev.storywire.story.vector.ArticleView;
import dev.storywire.text.clean.CleanArticle;
import dev.storywire.text.terms.Terms;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryIndexTest {
  static ArticleView article(String uri, String headline, String text) {
    CleanArticle clean = CleanArticle.of(headline, List.of(text));
    return new ArticleView(uri, 0, "wire", Terms.of(clean, "en"), List.of());
  }

  static final ArticleView FLOOD =
      article(
          "flood-1",
          "Dam bursts above Velmora, thousands flee",
          "A dam burst above the town of Velmora on Tuesday and thousands of people fled.");
  static final ArticleView FLOOD_AGAIN =
      article(
          "flood-2",
          "Thousands flee as Velmora dam bursts",
          "Thousands of people left Velmora after the dam above the town burst, officials said.");
  private static final ArticleView OTHER =
      article(
          "bank-1",
          "Central bank raises rates",
          "The central bank raised its rate by a quarter point, as analysts had expected.");

  private static final String FLOOD_HEADLINE = "Dam bursts above Velmora, thousands flee";
  private static final String LONG_TEXT =
      "A dam burst above the town of Velmora and thousands of people fled to the hills. Rescue"
          + " teams in boats brought families from roofs, engineers closed the upper valves, and"
          + " the governor asked neighbouring districts for tents, blankets and drinking water.";

  @Test
  void joinsArticlesOnTheSameEvent() {
    StoryIndex index = new StoryIndex();
    assertThat(index.decide(FLOOD).storyId()).isNull();
    index.add(FLOOD, "flood");

    JoinDecision again = index.decide(FLOOD_AGAIN);
    assertThat(again.storyId()).isEqualTo("flood");
    assertThat(again.sharedTerms()).contains("velmora", "dam");
    assertThat(index.decide(OTHER).storyId()).isNull();
  }

  @Test
  void anIndexRestoredFromItsRecordsGivesTheSameDecisions() {
    StoryIndex index = new StoryIndex();
    index.add(FLOOD, "flood");
    index.add(OTHER, "bank");
    StoryIndex restored = new StoryIndex();
    restored.restore(List.of(index.encode("bank-1"), index.encode("flood-1")), 0);
    assertThat(restored.decide(FLOOD_AGAIN)).isEqualTo(index.decide(FLOOD_AGAIN));
  }

  @Test
  void namesThatAreNotScoredOnlyExcludeStories() {
    String text =
        "The council voted by 14 to 9 on Tuesday for a new wall at the harbour, after storms had"
            + " flooded the fish market, two schools and the railway station three times within"
            + " one winter. Work begins in spring, costs twelve million and takes four years, the"
            + " mayor said. Traders welcomed the plan, but ship owners fear narrow berths.";
    ArticleView first = article("wall-1", "Council votes for new harbour wall", text);
    ArticleView second = article("wall-2", "New harbour wall passed by council", text);
    StoryIndex nameless = new StoryIndex();
    nameless.add(first, "wall");
    StoryIndex index = new StoryIndex();
    index.add(named(first, "loc:brenmouth"), "wall");

    assertThat(index.decide(named(second, "loc:ostervik")).mismatch())
        .isEqualTo(JoinDecision.Mismatch.NAMES);
    JoinDecision shared = index.decide(named(second, "loc:brenmouth"));
    assertThat(shared.score()).isEqualTo(nameless.decide(second).score());
    assertThat(shared.sharedNames()).containsExactly("loc:brenmouth");
  }

  @Test
  void headlinesWithoutTextNeedALowerScore() {
    StoryIndex index = new StoryIndex();
    index.add(article("flood-1", FLOOD_HEADLINE, ""), "headlines");
    double among = index.decide(article("flood-2", "Thousands flee Velmora", "")).threshold();
    StoryIndex texts = new StoryIndex();
    texts.add(article("flood-1", FLOOD_HEADLINE, LONG_TEXT), "texts");
    double headline = texts.decide(article("flood-2", "Thousands flee Velmora", "")).threshold();
    double text = index.decide(article("flood-2", FLOOD_HEADLINE, LONG_TEXT)).threshold();

    assertThat(among).isLessThan(text);
    assertThat(headline).isEqualTo(text);
    StoryModels models = StoryModels.shipped();
    assertThat(text).isEqualTo(models.join().threshold());
    assertThat(models.mergeThreshold(200)).isEqualTo(models.merge().threshold());
    assertThat(models.mergeThreshold(8)).isLessThan(models.merge().threshold());
  }

  private static ArticleView named(ArticleView article, String id) {
    List<Entity> names = List.of(new Entity(id, id, Entity.Type.LOC, 2));
    return new ArticleView(article.uri(), 0, "wire", article.terms(), names, false, false);
  }

  @Test
  void ignoresARemovedArticle() {
    StoryIndex index = new StoryIndex();
    index.add(FLOOD, "flood");
    index.remove("flood-1");
    assertThat(index.decide(FLOOD_AGAIN).storyId()).isNull();
  }
}
