package dev.storywire.story.cluster;

import dev.storywire.story.trees.FeatureSet;
import dev.storywire.story.vector.Comparison;
import java.util.ArrayList;
import java.util.List;

/**
 * What the join decision looks at, for an article and each story it may belong to: how alike they
 * are in words, pairs and names, how alike the article is to everything else just now, how alike
 * the story's members are to each other, how long, large and far apart all that is, and whether the
 * nearest comes from the same source.
 */
public final class JoinFeatures {
  /** Newest members that an article is held against. */
  private static final int RECENT = 12;

  /** The features, in order: more likeness can only speak for, a longer gap only against. */
  public static final FeatureSet FEATURES =
      FeatureSet.of(
          "+words.mean",
          "+words.near",
          "+words.most",
          "+pairs.mean",
          "+pairs.near",
          "+headline.mean",
          "+headline.near",
          "background",
          "crowd",
          "rival",
          "lead",
          "rival.share",
          "length",
          "story.length",
          "story.size",
          "-gap",
          "cohesion",
          "mean.fit",
          "near.fit",
          "+names.mean",
          "+names.near",
          "+names.most",
          "names",
          "story.names",
          "same.source");

  private static final int LENGTH = FEATURES.indexOf("length");
  private static final int NAMES_MOST = FEATURES.indexOf("names.most");
  private static final int ARTICLE_NAMES = FEATURES.indexOf("names");
  private static final int STORY_NAMES = FEATURES.indexOf("story.names");

  private JoinFeatures() {}

  /**
   * Sets the features of all candidates.
   *
   * @param crowd how much of the article's words the stories behind these candidates share
   */
  static void fill(MemberArticle article, List<Candidate> candidates, double crowd) {
    Comparison comparison = new Comparison(article.vectors);
    List<Likeness> likenesses = new ArrayList<>();
    double best = 0;
    double second = 0;
    double sum = 0;
    for (Candidate candidate : candidates) {
      Likeness likeness =
          new Likeness(comparison, candidate.story.newest(RECENT), candidate.nearest);
      likenesses.add(likeness);
      double near = likeness.near(Comparison.WORDS);
      sum += near;
      second = Math.max(second, Math.min(best, near));
      best = Math.max(best, near);
    }
    for (int i = 0; i < candidates.size(); i++) {
      Likeness likeness = likenesses.get(i);
      double near = likeness.near(Comparison.WORDS);
      double rival = near == best ? second : best;
      int others = candidates.size() - 2;
      double background = others > 0 ? (sum - near - rival) / others : 0;
      StoryState story = candidates.get(i).story;
      double cohesion = story.cohesion();
      candidates.get(i).features =
          new double[] {
            likeness.mean(Comparison.WORDS),
            near,
            likeness.most(Comparison.WORDS),
            likeness.mean(Comparison.PAIRS),
            likeness.near(Comparison.PAIRS),
            likeness.mean(Comparison.HEADLINE),
            likeness.near(Comparison.HEADLINE),
            background,
            crowd,
            rival,
            near - rival,
            rival / (near + 0.01),
            Levels.length(article.vectors.length()),
            Levels.length(story.meanLength()),
            Levels.size(story.members.size()),
            Levels.gap(Math.abs(article.eventTime - story.newest().eventTime) / 3.6e6),
            cohesion,
            cohesion < 0 ? -1 : likeness.mean(Comparison.WORDS) / (cohesion + 0.01),
            cohesion < 0 ? -1 : near / (cohesion + 0.01),
            likeness.mean(Comparison.NAMES),
            likeness.near(Comparison.NAMES),
            likeness.most(Comparison.NAMES),
            Levels.names(article.vectors.names().size()),
            Levels.names(story.newest().vectors.names().size()),
            sameSource(article, candidates.get(i).nearest.get(0))
          };
    }
  }

  /** 1 where both are known to come from one source. */
  private static double sameSource(MemberArticle article, MemberArticle nearest) {
    return article.source != 0 && article.source == nearest.source ? 1 : 0;
  }

  /**
   * Whether an article that is more than a headline names none of those that the story names: the
   * same form with other people and places in it, such as the next earthquake in the words of the
   * last one's notice.
   */
  static boolean namesOthers(double[] features) {
    return features[LENGTH] > 0
        && features[ARTICLE_NAMES] > 0
        && features[STORY_NAMES] > 0
        && features[NAMES_MOST] == 0;
  }
}
