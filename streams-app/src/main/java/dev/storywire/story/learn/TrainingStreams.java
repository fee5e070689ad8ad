package dev.storywire.story.learn;

import java.util.ArrayList;
import java.util.List;

/**
 * Derives the streams to learn from out of a labelled set: the articles as they are; and if all of
 * them are labelled and have a text, also as briefs without names, as in a language that has no
 * name model; those once together and once as in a quiet lane.
 */
final class TrainingStreams {
  /** A set of fewer articles says too little to be left out and scored. */
  static final int SMALL = 300;

  /** Length of a brief, in characters. */
  private static final int BRIEF = 900;

  private TrainingStreams() {}

  static List<LabelledStream> of(PreparedSet set, List<LabelledArticle> articles) {
    List<LabelledStream> streams = new ArrayList<>();
    streams.add(LabelledStream.of(set));
    boolean allLabelled = articles.stream().allMatch(LabelledArticle::isLabelled);
    boolean haveText = articles.stream().anyMatch(a -> a.body() != null && !a.body().isEmpty());
    if (allLabelled && haveText) {
      List<LabelledArticle> briefs = articles.stream().map(a -> a.brief(BRIEF)).toList();
      PreparedSet cut = PreparedSet.of(set.name() + ", as briefs", briefs);
      LabelledStream nameless = LabelledStream.of(cut).withoutNames();
      streams.add(nameless);
      streams.add(nameless.quiet(set.name() + ", as briefs of a quiet lane"));
    }
    return streams;
  }
}
