package dev.storywire.story.cluster;

import dev.storywire.story.trees.FeatureSet;
import dev.storywire.story.vector.Comparison;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Computes the features of the join decision for an article and each candidate story. They are the
 * similarity of both in words, pairs, names and meaning; the similarity of the article to the other
 * candidates, and of the members of the story to each other; the lengths; the time between; and
 * whether the nearest member is from the same source.
 */
public final class JoinFeatures {
  /** The value of a feature that has nothing to compare with, such as the score of no runner-up. */
  static final double MISSING = -1;

  /** Newest members that an article is compared with. */
  private static final int RECENT = 12;

  /**
   * The features, in order: more similarity can only raise a score, a longer gap only lower it. In
   * the models, "meaning" is the embedding and "theme" that of the headline; {@link
   * StorySimilarity} defines "mean", "near" and "most".
   */
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
          "runner.up",
          "lead",
          "runner.up.share",
          "length",
          "story.length",
          "-gap",
          "cohesion",
          "mean.fit",
          "near.fit",
          "+names.mean",
          "+names.near",
          "+names.most",
          "names",
          "story.names",
          "same.source",
          "+meaning.mean",
          "+meaning.near",
          "+meaning.most",
          "meaning.lead",
          "+theme.mean",
          "+theme.near",
          "+theme.most");

  private static final int LENGTH = FEATURES.indexOf("length");
  private static final int NAMES_MEAN = FEATURES.indexOf("names.mean");
  private static final int NAMES_MOST = FEATURES.indexOf("names.most");
  private static final int ARTICLE_NAMES = FEATURES.indexOf("names");
  private static final int STORY_NAMES = FEATURES.indexOf("story.names");

  private JoinFeatures() {}

  /**
   * Sets the features of all candidates.
   *
   * @param crowd similarity of the article to the stories that rank after these candidates; {@link
   *     #MISSING} if there are none
   */
  static void fill(MemberArticle article, List<Candidate> candidates, double crowd) {
    Comparison comparison = new Comparison(article.vectors);
    List<StorySimilarity> similarities = new ArrayList<>();
    double sum = 0;
    for (Candidate candidate : candidates) {
      StorySimilarity similarity =
          new StorySimilarity(comparison, candidate.story.newest(RECENT), candidate.nearest);
      similarities.add(similarity);
      sum += similarity.near(Comparison.WORDS);
    }
    BestTwo words = BestTwo.of(similarities, Comparison.WORDS);
    BestTwo embeddings = BestTwo.of(similarities, Comparison.EMBEDDING);
    boolean hasEmbedding = !article.vectors.embedding().isNone();
    boolean hasHeadlineEmbedding = !article.vectors.headlineEmbedding().isNone();
    for (int i = 0; i < candidates.size(); i++) {
      StorySimilarity similarity = similarities.get(i);
      double near = similarity.near(Comparison.WORDS);
      double runnerUp = words.other(near);
      double nearEmbedding = similarity.near(Comparison.EMBEDDING);
      int others = candidates.size() - 2;
      double background = others > 0 ? (sum - near - runnerUp) / others : MISSING;
      StoryState story = candidates.get(i).story;
      double cohesion = story.cohesion();
      candidates.get(i).features =
          new double[] {
            similarity.mean(Comparison.WORDS),
            near,
            similarity.most(Comparison.WORDS),
            similarity.mean(Comparison.PAIRS),
            similarity.near(Comparison.PAIRS),
            similarity.mean(Comparison.HEADLINE),
            similarity.near(Comparison.HEADLINE),
            background,
            crowd,
            runnerUp,
            near - Math.max(0, runnerUp),
            runnerUp < 0 ? MISSING : runnerUp / (near + 0.01),
            Levels.ofLength(article.vectors.length()),
            Levels.ofLength(story.meanLength()),
            Levels.ofGap(Math.abs(article.eventTime - story.newest().eventTime) / 3.6e6),
            cohesion,
            cohesion < 0 ? MISSING : similarity.mean(Comparison.WORDS) / (cohesion + 0.01),
            cohesion < 0 ? MISSING : near / (cohesion + 0.01),
            similarity.mean(Comparison.NAMES),
            similarity.near(Comparison.NAMES),
            similarity.most(Comparison.NAMES),
            Levels.ofNames(article.vectors.names().size()),
            Levels.ofNames(story.newest().vectors.names().size()),
            sameSource(article, candidates.get(i).nearest.get(0)),
            hasEmbedding ? similarity.mean(Comparison.EMBEDDING) : MISSING,
            hasEmbedding ? nearEmbedding : MISSING,
            hasEmbedding ? similarity.most(Comparison.EMBEDDING) : MISSING,
            hasEmbedding ? nearEmbedding - Math.max(0, embeddings.other(nearEmbedding)) : MISSING,
            hasHeadlineEmbedding ? similarity.mean(Comparison.HEADLINE_EMBEDDING) : MISSING,
            hasHeadlineEmbedding ? similarity.near(Comparison.HEADLINE_EMBEDDING) : MISSING,
            hasHeadlineEmbedding ? similarity.most(Comparison.HEADLINE_EMBEDDING) : MISSING
          };
    }
  }

  /** The two highest similarities of an article to its candidates. */
  private record BestTwo(double best, double second) {
    static BestTwo of(List<StorySimilarity> similarities, int kind) {
      double best = MISSING;
      double second = MISSING;
      for (StorySimilarity similarity : similarities) {
        double near = similarity.near(kind);
        second = Math.max(second, Math.min(best, near));
        best = Math.max(best, near);
      }
      return new BestTwo(best, second);
    }

    /** Returns the highest similarity to another candidate. */
    double other(double own) {
      return own == best ? second : best;
    }
  }

  /** Returns 1 if both are known to come from one source. */
  private static double sameSource(MemberArticle article, MemberArticle nearest) {
    return article.source != 0 && article.source == nearest.source ? 1 : 0;
  }

  /** Sets the features of names as if there were none. */
  static void omitNames(double[] features) {
    Arrays.fill(features, NAMES_MEAN, STORY_NAMES + 1, 0);
  }

  /** Returns true if the article is more than a headline. */
  static boolean hasText(double[] features) {
    return features[LENGTH] > 0;
  }

  /**
   * Returns true if an article that is more than a headline has names, the story has names, and
   * they share none: the same wording with other people and places, such as the notice of the next
   * earthquake.
   */
  static boolean namesOthers(double[] features) {
    return hasText(features)
        && features[ARTICLE_NAMES] > 0
        && features[STORY_NAMES] > 0
        && features[NAMES_MOST] == 0;
  }
}
