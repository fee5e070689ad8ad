package dev.storywire.story.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.story.vector.ArticleView;
import dev.storywire.text.clean.CleanArticle;
import dev.storywire.text.terms.Terms;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JoinFeaturesTest {
  private static final int SAME_SOURCE = JoinFeatures.FEATURES.indexOf("same.source");

  private static ArticleView article(String uri, String source) {
    CleanArticle clean =
        CleanArticle.of(
            "Dam bursts above Velmora",
            List.of("A dam burst above the town of Velmora on Tuesday."));
    return new ArticleView(uri, 0, source, Terms.of(clean, "en"), List.of());
  }

  private static double sameSource(String first, String second) {
    return features(first, second)[SAME_SOURCE];
  }

  /** Returns the features of an article of the second source; the only story is of the first. */
  private static double[] features(String first, String second) {
    List<double[]> seen = new ArrayList<>();
    DecisionObserver observer =
        new DecisionObserver() {
          @Override
          public void join(String uri, StoryState story, double[] features) {
            seen.add(features);
          }

          @Override
          public void merge(StoryState a, StoryState b, double[] features) {}

          @Override
          public void split(StoryState stays, StoryState leaves, double[] features) {}
        };
    StoryIndex index = new StoryIndex(StoryModels.shipped(), observer);
    index.add(article("a", first), "flood");
    index.decide(article("b", second));
    assertThat(seen).hasSize(1);
    return seen.get(0);
  }

  @Test
  void comparesOnlyKnownSources() {
    assertThat(sameSource("Coast Post", "Coast Post")).isEqualTo(1);
    assertThat(sameSource("Coast Post", "Harbour Wire")).isZero();
    assertThat(sameSource("", "")).isZero();
  }

  @Test
  void whatHasNothingToCompareWithIsMissingAndNotUnlike() {
    double[] features = features("Coast Post", "Harbour Wire");
    for (String name : List.of("runner.up", "runner.up.share", "background", "crowd")) {
      assertThat(features[JoinFeatures.FEATURES.indexOf(name)])
          .as(name)
          .isEqualTo(JoinFeatures.MISSING);
    }
  }
}
