package dev.storywire.story.learn;

import static java.util.Objects.requireNonNull;

import dev.storywire.story.cluster.DecisionObserver;
import dev.storywire.story.cluster.StoryModels;
import dev.storywire.story.vector.ArticleView;
import dev.storywire.story.vector.StemTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Measures how well the story models work on stories that they were not trained on: trains without
 * a part of the stories of each stream and scores only those, in the whole stream. A part is a
 * stretch of time, with the stories in the order of their beginnings, so that stories of one topic
 * are left out together.
 */
public final class StoriesCrossValidation {
  private final StoriesCorpus corpus;
  private final int parts;
  private final Consumer<String> progress;

  private StoriesCrossValidation(StoriesCorpus corpus, int parts, Consumer<String> progress) {
    this.corpus = corpus;
    this.parts = parts;
    this.progress = progress;
  }

  /**
   * Scores of one stream with one part left out.
   *
   * @param part counted from 1
   */
  public record Result(String stream, int part, ClusterScores scores) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "part %d\t%s\t%.3f\t%.3f", part, stream, scores.bcubedF1(), scores.pairF1());
    }
  }

  /**
   * Leaves out each part in turn.
   *
   * @param parts at least 2
   */
  public static List<Result> run(
      StoriesTraining.Inputs files, int parts, Consumer<String> progress) {
    if (parts < 2) {
      throw new IllegalArgumentException(
          "Cross-validation needs at least 2 parts, not " + parts + ": one is left out at a time");
    }
    StoriesCorpus corpus = files.read(progress);
    return new StoriesCrossValidation(corpus, parts, progress).run();
  }

  private List<Result> run() {
    StemTable stems = corpus.stemTable();
    List<Result> results = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      progress.accept("Leaving out part " + (part + 1) + " of " + parts);
      List<LabelledStream> taught = new ArrayList<>();
      for (LabelledStream stream : corpus.streams()) {
        Set<String> rest = new HashSet<>(stream.labels().values());
        rest.removeAll(leftOut(stream, part));
        taught.add(stream.only(rest));
      }
      StoryModels models = new StoriesTraining(stems, taught).train(progress);
      for (LabelledStream stream : corpus.streams()) {
        LabelledStream unseen = stream.only(leftOut(stream, part));
        results.add(new Result(stream.name(), part + 1, score(unseen, models)));
      }
    }
    return results;
  }

  private static ClusterScores score(LabelledStream stream, StoryModels models) {
    OnePass pass = stream.pass(models, DecisionObserver.NONE);
    stream.articles().forEach(article -> pass.take(article, any -> null));
    Map<String, String> stories = pass.stories();
    List<ClusterScores.Assignment> scored = new ArrayList<>();
    stream
        .labels()
        .forEach(
            (uri, label) ->
                scored.add(
                    new ClusterScores.Assignment(label, requireNonNull(stories.get(uri), uri))));
    return ClusterScores.of(scored);
  }

  /** Returns the stories of one part, in the order of their beginnings. */
  private Set<String> leftOut(LabelledStream stream, int part) {
    Set<String> began = new LinkedHashSet<>();
    for (ArticleView article : stream.articles()) {
      String label = stream.labels().get(article.uri());
      if (label != null) {
        began.add(label);
      }
    }
    List<String> order = List.copyOf(began);
    int from = order.size() * part / parts;
    int to = order.size() * (part + 1) / parts;
    return Set.copyOf(order.subList(from, to));
  }
}
