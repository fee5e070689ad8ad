package dev.storywire.story.cluster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes a second look at articles that were decided with little evidence. An article is compared
 * with what has arrived before it. Some articles later it is compared again, if its story is still
 * small and a later article shares words with it. Its story is merged into the one that the article
 * would join now.
 */
final class SecondLook {
  /** Numbers of articles after which an article is looked at again. */
  private static final int[] ARTICLES_BETWEEN_LOOKS = {20, 100, 400};

  /** Maximum size of a story whose articles are looked at again. */
  private static final int MAX_STORY_SIZE = 2;

  /** Join score that is needed. It is higher than at first: each look is a chance to be wrong. */
  private static final double JOIN_THRESHOLD = 0.67;

  /** Minimum dot product with a later article. With less, a second look would find nothing new. */
  private static final double MIN_SIMILARITY = 0.05;

  private final StoryModels models;
  private final RememberedArticles remembered;
  private final CandidateRanking ranking;

  SecondLook(StoryModels models, RememberedArticles remembered, CandidateRanking ranking) {
    this.models = models;
    this.remembered = remembered;
    this.ranking = ranking;
  }

  /**
   * Returns true if an article is worth a second look, because a story is near.
   *
   * @param candidates its candidates, best first
   */
  static boolean isWorthSecondLook(List<Candidate> candidates) {
    return !candidates.isEmpty() && candidates.get(0).score >= RepairEvidence.MIN_NEIGHBOUR_SCORE;
  }

  /**
   * Returns the merge that a second look proposes, if any.
   *
   * @param sequence the sequence number of the article that has just arrived
   * @param names true to compare the names, too
   */
  List<Repair> repairs(long sequence, boolean names) {
    for (int later : ARTICLES_BETWEEN_LOOKS) {
      MemberArticle article = remembered.recent(sequence - later);
      if (article != null
          && isDue(article)
          && ranking.similarityOfLater(article) >= MIN_SIMILARITY) {
        Repair.Merge merge = merge(article, names);
        if (merge != null) {
          return List.of(merge);
        }
      }
    }
    return List.of();
  }

  /** Returns true if an article is the newest of a small story that is worth a second look. */
  private static boolean isDue(MemberArticle article) {
    List<MemberArticle> members = article.story.members;
    return article.isWorthSecondLook
        && article.active
        && members.size() <= MAX_STORY_SIZE
        && members.stream().noneMatch(m -> m.isWorthSecondLook && m.sequence > article.sequence);
  }

  private Repair.@Nullable Merge merge(MemberArticle article, boolean names) {
    StoryState best = null;
    double bestScore = JOIN_THRESHOLD;
    for (Candidate candidate : ranking.of(article)) {
      if (!JoinFeatures.namesOthers(candidate.features)
          && !RoutineNotice.keepsApart(article.story, candidate.story)) {
        if (!names) {
          JoinFeatures.omitNames(candidate.features);
        }
        double score = models.join().score(candidate.features);
        if (score >= bestScore) {
          best = candidate.story;
          bestScore = score;
        }
      }
    }
    return best == null ? null : RepairEvidence.merge(article.story, best, bestScore);
  }
}
