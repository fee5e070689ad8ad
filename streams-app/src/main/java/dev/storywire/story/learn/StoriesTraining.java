package dev.storywire.story.learn;

import dev.storywire.story.cluster.JoinFeatures;
import dev.storywire.story.cluster.MergeFeatures;
import dev.storywire.story.cluster.StoryModels;
import dev.storywire.story.learn.TreeBooster.Example;
import dev.storywire.story.trees.BoostedTrees;
import dev.storywire.story.vector.ArticleView;
import dev.storywire.story.vector.StemTable;
import dev.storywire.story.vector.WordEmbeddings;
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
import java.util.stream.IntStream;

/**
 * Trains the stem table and the models that join, merge and split stories.
 *
 * <p>The models learn from the decisions that occur in the one pass: first with every article in
 * the story of its label, then in further rounds with the models trained so far (dataset
 * aggregation; Ross, Gordon and Bagnell, 2011). Each source has the same weight.
 */
public final class StoriesTraining {
  /**
   * Files to train on.
   *
   * @param news JSON Lines of {@link LabelledArticle}, or token columns to count stems in
   * @param withoutSources files whose article sources are not read, because they show how the set
   *     was made: with one article of each outlet in a story, for example
   * @param oneSource files that are left out together
   * @param keepStems true to use the shipped stem table instead of a new count
   */
  public record Inputs(
      List<Path> news,
      Collection<Path> withoutSources,
      Collection<Path> oneSource,
      boolean keepStems) {
    StoriesCorpus read(Consumer<String> progress) {
      return StoriesCorpus.read(this, progress);
    }
  }

  private static final int ROUNDS = 3;

  /** The threshold of each decision. */
  private record Thresholds(double join, double merge, double split) {}

  /** Higher than the shipped ones, since each wrong decision of a round affects all later ones. */
  private static final Thresholds WHILE_TRAINING = new Thresholds(0.65, 0.8, 0.75);

  private static final Thresholds SHIPPED = new Thresholds(0.55, 0.8, 0.65);

  /** Total weight of the examples of a source, of which its streams have equal parts. */
  private static final double JOIN_WEIGHT = 6000;

  private static final double REPAIR_WEIGHT = 4000;

  /** Maximum factor by which the weight of an example is raised. */
  private static final double MAX_SCALED = 3;

  private final TreeBooster joins = new TreeBooster(JoinFeatures.FEATURES, 300, 4);
  private final TreeBooster merges = new TreeBooster(MergeFeatures.FEATURES, 120, 3);
  private final TreeBooster splits = new TreeBooster(MergeFeatures.FEATURES.reversed(), 120, 3);

  private final StemTable stems;
  private final WordEmbeddings embeddings = StoryModels.shippedEmbeddings();
  private final List<LabelledStream> streams;
  private final List<ExampleCollector> collectors = new ArrayList<>();

  StoriesTraining(StoriesCorpus corpus) {
    this(corpus.stemTable(), corpus.streams());
  }

  StoriesTraining(StemTable stems, List<LabelledStream> streams) {
    this.stems = stems;
    this.streams = streams;
    streams.forEach(stream -> collectors.add(new ExampleCollector(stream.labels())));
  }

  /**
   * Trains and writes {@code stems-en.txt}, {@code join.trees}, {@code merge.trees} and {@code
   * split.trees}.
   *
   * @param directory where the four go
   */
  public static void train(Inputs inputs, Path directory, Consumer<String> progress) {
    StoriesCorpus corpus = inputs.read(progress);
    if (!inputs.keepStems()) {
      write(
          directory.resolve("stems-en.txt"),
          "How common stems are in English news",
          corpus.stems().lines());
    }
    StoryModels models = new StoriesTraining(corpus).train(progress);
    write(directory.resolve("join.trees"), "Does an article join a story", models.join().lines());
    write(directory.resolve("merge.trees"), "Are two stories one", models.merge().lines());
    write(directory.resolve("split.trees"), "Is one story two", models.split().lines());
  }

  StoryModels train(Consumer<String> progress) {
    StoryModels models =
        new StoryModels(
            stems, embeddings, joins.undecided(), merges.undecided(), splits.undecided());
    collect(models, true);
    models = learn();
    for (int round = 1; round <= ROUNDS; round++) {
      collect(models, false);
      progress.accept("Round " + round + " of " + ROUNDS);
      models = learn();
    }
    return withThresholds(models, SHIPPED);
  }

  /** Collects the decisions of one pass over each stream. The streams do not affect each other. */
  private void collect(StoryModels models, boolean taught) {
    IntStream.range(0, streams.size())
        .parallel()
        .forEach(i -> collect(models, streams.get(i), collectors.get(i), taught));
  }

  private static void collect(
      StoryModels models, LabelledStream stream, ExampleCollector collector, boolean taught) {
    Map<String, String> labels = taught ? stream.labels() : Map.of();
    OnePass pass = stream.pass(models, collector);
    Map<String, String> first = new HashMap<>();
    for (ArticleView article : stream.articles()) {
      String label = labels.get(article.uri());
      String story = label == null ? null : first.computeIfAbsent(label, l -> article.uri());
      pass.take(article, any -> story);
    }
  }

  private StoryModels learn() {
    StoryModels models =
        new StoryModels(
            stems,
            embeddings,
            learn(joins, collector -> collector.joins, JOIN_WEIGHT),
            learn(merges, collector -> collector.merges, REPAIR_WEIGHT),
            learn(splits, collector -> collector.splits, REPAIR_WEIGHT));
    return withThresholds(models, WHILE_TRAINING);
  }

  private static StoryModels withThresholds(StoryModels models, Thresholds thresholds) {
    return new StoryModels(
        models.stems(),
        models.embeddings(),
        models.join().withThreshold(thresholds.join),
        models.merge().withThreshold(thresholds.merge),
        models.split().withThreshold(thresholds.split));
  }

  private BoostedTrees learn(
      TreeBooster booster, Function<ExampleCollector, List<Example>> kind, double weight) {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < streams.size(); i++) {
      List<Example> own = kind.apply(collectors.get(i));
      double all = own.stream().mapToDouble(Example::weight).sum();
      double scale = Math.min(MAX_SCALED, streams.get(i).weight() * weight / all);
      own.forEach(example -> examples.add(example.scaled(scale)));
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
