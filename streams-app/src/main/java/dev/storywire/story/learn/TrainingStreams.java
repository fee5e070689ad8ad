package dev.storywire.story.learn;

import java.util.ArrayList;
import java.util.List;

/**
 * Derives the streams to train on from a labelled set, so that the models see texts of every
 * length, lanes with and without names, and busy and quiet lanes: the articles as they are; the
 * labelled ones alone as excerpts and as bare headlines; and if all are labelled, excerpts in a
 * quiet lane, and briefs without names and embeddings, as in a language that has no models, in a
 * busy and in a quiet lane.
 */
final class TrainingStreams {
  /** A set of fewer articles is too small to be left out and scored. */
  static final int MIN_ARTICLES = 300;

  /**
   * A set with more labelled articles is divided into three parts, each of which makes one stream.
   */
  private static final int LARGE = 2_000;

  /** Length of a brief, in characters. */
  private static final int BRIEF = 900;

  private static final int SHORTEST_EXCERPT = 200;
  private static final int LONGEST_EXCERPT = 900;

  private TrainingStreams() {}

  static List<LabelledStream> of(PreparedSet set, List<LabelledArticle> articles) {
    List<LabelledArticle> labelled = labelled(articles);
    boolean haveText = articles.stream().anyMatch(a -> a.body() != null && !a.body().isEmpty());
    if (haveText && labelled.size() > LARGE) {
      int third = articles.size() / 3;
      int last = articles.size() * 2 / 3;
      List<LabelledArticle> second = labelled(articles.subList(third, last));
      PreparedSet slow =
          PreparedSet.of(set.name() + ", last third", articles.subList(last, articles.size()))
              .slow();
      return List.of(
          stream(set.name() + ", first third", articles.subList(0, third)),
          stream(set.name() + ", excerpts", excerpts(second)),
          LabelledStream.of(slow));
    }
    List<LabelledStream> streams = new ArrayList<>();
    streams.add(LabelledStream.of(set));
    boolean large = articles.size() >= MIN_ARTICLES;
    boolean allLabelled = labelled.size() == articles.size();
    if (haveText && large) {
      streams.add(LabelledStream.of(set.slow()));
      PreparedSet parts = PreparedSet.of(set.name() + ", excerpts", excerpts(labelled));
      LabelledStream excerpts = LabelledStream.of(parts);
      streams.add(excerpts);
      streams.add(LabelledStream.of(parts.slow()));
      if (allLabelled) {
        streams.add(excerpts.quiet());
      }
      if (labelled.stream().anyMatch(a -> a.title() != null && !a.title().isEmpty())) {
        streams.add(
            stream(
                set.name() + ", headlines",
                labelled.stream().map(LabelledArticle::headlineOnly).toList()));
      }
    }
    if (haveText && allLabelled) {
      List<LabelledArticle> briefs = articles.stream().map(a -> a.brief(BRIEF)).toList();
      LabelledStream nameless = stream(set.name() + ", briefs", briefs).withoutModels();
      streams.add(nameless);
      streams.add(nameless.quiet());
    }
    return streams;
  }

  private static LabelledStream stream(String name, List<LabelledArticle> articles) {
    return LabelledStream.of(PreparedSet.of(name, articles));
  }

  private static List<LabelledArticle> labelled(List<LabelledArticle> articles) {
    return articles.stream().filter(LabelledArticle::isLabelled).toList();
  }

  /**
   * Returns excerpts. Their lengths are derived from the ids, so that they are the same in each
   * run.
   */
  private static List<LabelledArticle> excerpts(List<LabelledArticle> articles) {
    int lengths = LONGEST_EXCERPT - SHORTEST_EXCERPT + 1;
    return articles.stream()
        .map(a -> a.excerpt(SHORTEST_EXCERPT + Math.floorMod(a.id().hashCode() * 31 + 17, lengths)))
        .toList();
  }
}
