package dev.storywire.story.learn;

import dev.storywire.story.cluster.StoryModels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Measures how well the story models work on kinds of news that they were not trained on: leaves
 * out each source in turn with everything derived from it, trains on the rest, and scores each set
 * of the source, as it is and with slow stories, with the code of the service.
 */
public final class LeaveOneSourceOut {
  private LeaveOneSourceOut() {}

  /**
   * Scores of one set that the models were trained without.
   *
   * @param averageLink the scores of {@link AverageLink} with the best threshold for this set
   */
  public record Result(String set, ClusterScores scores, ClusterScores averageLink) {
    /** Returns how far B-cubed F1 is above that of average link. */
    public double margin() {
      return scores.bcubedF1() - averageLink.bcubedF1();
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%s\t%.3f\t%.3f\t%.3f / %.3f\t%.3f / %.3f\t%+.3f",
          set,
          scores.bcubedP(),
          scores.bcubedR(),
          scores.bcubedF1(),
          scores.pairF1(),
          averageLink.bcubedF1(),
          averageLink.pairF1(),
          margin());
    }
  }

  /**
   * Leaves out each source in turn. A source of fewer articles than a small set is always kept.
   *
   * @param evaluateOnly sets that are never trained on, scored with models of all sources
   */
  public static List<Result> run(
      StoriesTraining.Inputs inputs, List<Path> evaluateOnly, Consumer<String> progress) {
    StoriesCorpus corpus = inputs.read(progress);
    List<Result> results = new ArrayList<>();
    for (StoriesCorpus.Source source : corpus.sources()) {
      if (source.sets().get(0).articles().size() < TrainingStreams.MIN_ARTICLES) {
        continue;
      }
      progress.accept("Leaving out " + source.name());
      StoryModels models = new StoriesTraining(corpus.without(source)).train(progress);
      for (PreparedSet set : source.sets()) {
        results.addAll(results(set, models));
      }
      progress.accept(results.get(results.size() - 1).toString());
    }
    if (!evaluateOnly.isEmpty()) {
      StoryModels models = new StoriesTraining(corpus).train(progress);
      for (Path file : evaluateOnly) {
        String name = file.getFileName().toString();
        results.addAll(results(PreparedSet.of(name, LabelledArticle.read(file)), models));
      }
    }
    return results;
  }

  /** Scores a set as it is and with slow stories. */
  private static List<Result> results(PreparedSet set, StoryModels models) {
    return List.of(result(set, models), result(set.slow(), models));
  }

  private static Result result(PreparedSet set, StoryModels models) {
    return new Result(
        set.name(), StoriesEvaluation.of(set, models).scores(), AverageLink.best(set));
  }
}
