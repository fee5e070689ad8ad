package dev.storywire.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.Requires;
import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.Entity;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.Story;
import dev.storywire.story.learn.LabelledArticle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests five articles from the web. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SeedArticlesIT {

  @Test
  void areOneStoryWithThreePeopleMentionedMost() throws IOException {
    Path file = Requires.data("seeds.jsonl.gz");
    try (Flow flow = new Flow()) {
      for (LabelledArticle seed : LabelledArticle.read(file)) {
        flow.send(seed.id(), Json.mapper().writeValueAsBytes(seed.item()), seed.time());
      }
      flow.settle();

      List<ArticleVerdict> verdicts = flow.verdicts();
      assertThat(verdicts).hasSize(5);
      assertThat(verdicts)
          .extracting(ArticleVerdict::storyId)
          .containsOnly(verdicts.get(0).storyId());
      assertThat(verdicts)
          .extracting(ArticleVerdict::relation)
          .containsOnly(ArticleVerdict.Relation.ORIGINAL);
      List<Story> stories = flow.stories();
      List<Entity> people =
          stories.get(stories.size() - 1).entities().stream()
              .filter(e -> e.type() == Entity.Type.PER)
              .toList();
      assertThat(people.subList(0, 3))
          .extracting(Entity::id)
          .containsExactlyInAnyOrder(
              "per:donald-trump", "per:vladimir-putin", "per:volodymyr-zelenskyy");
      assertThat(people).filteredOn(e -> e.name().contains("Zelensk")).hasSize(1);
    }
  }
}
