package dev.storywire.story.learn;

import dev.storywire.story.cluster.JoinFeatures;
import dev.storywire.story.cluster.MergeFeatures;
import dev.storywire.story.cluster.StoryModels;
import dev.storywire.story.learn.TreeBooster.Example;
import dev.storywire.story.trees.BoostedTrees;
import dev.storywire.story.vector.ArticleView;
import dev.storywire.story.vector.StemTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Trains what decides about stories: the stem table, the models of joining, merging and splitting.
 *
 * <p>The models learn from the decisions that the one pass really meets: first with the labels
 * taught, then, round after round, with what they learned so far (dataset aggregation; Ross, Gordon
 * and Bagnell, 2011). Each stream counts the same, however many decisions it has.
 */
public final class StoriesTraining {
  private static final int ROUNDS = 3;

  /** The least scores that count as yes. */
  private record Bars(double join, double merge, double split) {}

  /** While it learns only the clear is done: each wrong step changes all that comes after it. */
  private static final Bars AT_SCHOOL = new Bars(0.72, 0.8, 0.9);

  private static final Bars AT_WORK = new Bars(0.7, 0.8, 0.75);

  private static final double JOIN_WEIGHT = 3000;
  private static final double REPAIR_WEIGHT = 2000;
  private static final double MOST_SCALED = 3;

  private final TreeBooster joins = new TreeBooster(JoinFeatures.FEATURES, 150, 4);
  private final TreeBooster merges = new TreeBooster(MergeFeatures.FEATURES, 60, 3);
  private final TreeBooster splits = new TreeBooster(MergeFeatures.FEATURES.reversed(), 60, 3);

  private final StemTable stems;
  private final List<LabelledStream> streams;
  private final List<ExampleCollector> lessons = new ArrayList<>();

  StoriesTraining(StemTable stems, List<LabelledStream> streams) {
    this.stems = stems;
    this.streams = streams;
    streams.forEach(stream -> lessons.add(new ExampleCollector(stream.labels())));
  }

  /**
   * Trains and writes {@code stems-en.txt}, {@code join.trees}, {@code merge.trees} and {@code
   * split.trees}.
   *
   * @param files news to count stems in, JSON Lines or token columns; those with labels also train
   *     the models
   * @param sourceless those files whose sources are a mark of how the set was made, such as one
   *     article of each outlet to a story, and must not be learned
   * @param directory where the four go
   */
  public static void train(
      List<Path> files, Collection<Path> sourceless, Path directory, Consumer<String> progress) {
    StoriesCorpus corpus = StoriesCorpus.read(files, sourceless, progress);
    write(
        directory.resolve("stems-en.txt"), "How common stems are in English news", corpus.stems());
    StoryModels models =
        new StoriesTraining(new StemTable(corpus.stems()), corpus.streams()).train(progress);
    write(directory.resolve("join.trees"), "Does an article join a story", models.join().lines());
    write(directory.resolve("merge.trees"), "Are two stories one", models.merge().lines());
    write(directory.resolve("split.trees"), "Is one story two", models.split().lines());
  }

  StoryModels train(Consumer<String> progress) {
    StoryModels models =
        new StoryModels(stems, joins.undecided(), merges.undecided(), splits.undecided());
    takeLessons(models, true);
    models = learn();
    for (int round = 1; round <= ROUNDS; round++) {
      takeLessons(models, false);
      progress.accept("Round " + round + " of " + ROUNDS);
      models = learn();
    }
    return withBars(models, AT_WORK);
  }

  private void takeLessons(StoryModels models, boolean taught) {
    for (int i = 0; i < streams.size(); i++) {
      Map<String, String> labels = taught ? streams.get(i).labels() : Map.of();
      OnePass pass = new OnePass(models, lessons.get(i));
      Map<String, String> first = new HashMap<>();
      for (ArticleView article : streams.get(i).articles()) {
        String label = labels.get(article.uri());
        String story = label == null ? null : first.computeIfAbsent(label, l -> article.uri());
        pass.take(article, any -> story);
      }
    }
  }

  private StoryModels learn() {
    StoryModels models =
        new StoryModels(
            stems,
            learn(joins, lesson -> lesson.joins, JOIN_WEIGHT),
            learn(merges, lesson -> lesson.merges, REPAIR_WEIGHT),
            learn(splits, lesson -> lesson.splits, REPAIR_WEIGHT));
    return withBars(models, AT_SCHOOL);
  }

  private static StoryModels withBars(StoryModels models, Bars bars) {
    return new StoryModels(
        models.stems(),
        models.join().withBar(bars.join),
        models.merge().withBar(bars.merge),
        models.split().withBar(bars.split));
  }

  /**
   * Each stream weighs the same, however many examples it has; a small one three times, at most.
   */
  private BoostedTrees learn(
      TreeBooster booster, Function<ExampleCollector, List<Example>> kind, double weight) {
    List<Example> examples = new ArrayList<>();
    for (ExampleCollector lesson : lessons) {
      double all = kind.apply(lesson).stream().mapToDouble(Example::weight).sum();
      double scale = Math.min(MOST_SCALED, weight / all);
      kind.apply(lesson).forEach(example -> examples.add(example.scaled(scale)));
    }
    boolean both = examples.stream().map(Example::yes).distinct().count() == 2;
    return both ? booster.train(examples) : booster.undecided();
  }

  private static void write(Path file, String what, List<String> lines) {
    List<String> all = new ArrayList<>();
    all.add("# " + what + ". Made by StoriesTraining; see docs/models/stories.md.");
    all.addAll(lines);
    try {
      Files.write(file, all);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
    }
  }
}
