package dev.storywire.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Trains what decides about stories: the stem table, the join model and the merge model.
 *
 * <p>The models learn from the decisions that the one pass really meets: first with the labels
 * taught, then, round after round, with what they learned so far (dataset aggregation; Ross, Gordon
 * and Bagnell, 2011). Each stream counts the same, however many decisions it has.
 */
public final class StoriesTraining {
  private static final int ROUNDS = 3;
  private static final int JOIN_TREES = 150;
  private static final int JOIN_DEPTH = 4;
  private static final int MERGE_TREES = 60;
  private static final int MERGE_DEPTH = 3;
  private static final double JOIN_WEIGHT = 3000;
  private static final double MERGE_WEIGHT = 2000;

  /** Joining wrongly costs more than opening a story that a merge can take in later. */
  private static final double JOIN_BAR = 0.72;

  private static final double MERGE_BAR = 0.8;

  private final StemTable stems;
  private final List<LabelledStream> streams;
  private final Map<LabelledStream, List<TreeBooster.Example>> joins = new HashMap<>();
  private final Map<LabelledStream, List<TreeBooster.Example>> merges = new HashMap<>();

  StoriesTraining(StemTable stems, List<LabelledStream> streams) {
    this.stems = stems;
    this.streams = streams;
  }

  /**
   * Trains and writes {@code stems-en.txt}, {@code join.trees} and {@code merge.trees}.
   *
   * @param files news to count stems in, JSON Lines or token columns; those with labels also train
   *     the models
   * @param directory where the three go
   */
  public static void train(List<Path> files, Path directory, Consumer<String> progress) {
    StemCounter counter = new StemCounter();
    List<LabelledStream> streams = new ArrayList<>();
    for (Path file : files) {
      progress.accept("Reading " + file);
      counter.add(NewsTexts.read(file));
      if (!NewsTexts.isColumns(file)) {
        streams.addAll(streams(LabelledArticle.read(file)));
      }
    }
    List<String> stems = counter.lines();
    write(directory.resolve("stems-en.txt"), "How common stems are in English news", stems);
    StoryModels models = new StoriesTraining(new StemTable(stems), streams).train(progress);
    write(directory.resolve("join.trees"), "Does an article join a story", models.join().lines());
    write(directory.resolve("merge.trees"), "Are two stories one", models.merge().lines());
  }

  /**
   * The streams to learn from: the articles as they are; and where all of them are labelled and
   * most are longer than a wire's, also as briefs.
   */
  private static List<LabelledStream> streams(List<LabelledArticle> articles) {
    LabelledStream whole = LabelledStream.of(articles, LabelledStream.Cut.WHOLE);
    if (whole.labels().isEmpty()) {
      return List.of();
    }
    boolean allLabelled = whole.labels().size() == whole.articles().size();
    double length =
        articles.stream()
            .mapToInt(article -> article.body() == null ? 0 : article.body().length())
            .average()
            .orElse(0);
    return allLabelled && length > LabelledStream.Cut.BRIEF.chars()
        ? List.of(whole, LabelledStream.of(articles, LabelledStream.Cut.BRIEF))
        : List.of(whole);
  }

  StoryModels train(Consumer<String> progress) {
    StoryModels models =
        new StoryModels(stems, undecided(JoinFeatures.NAMES), undecided(MergeFeatures.NAMES));
    for (LabelledStream stream : streams) {
      collect(stream, models, true);
    }
    models = learn();
    for (int round = 1; round <= ROUNDS; round++) {
      for (LabelledStream stream : streams) {
        collect(stream, models, false);
      }
      progress.accept("Round " + round + " of " + ROUNDS);
      models = learn();
    }
    return models;
  }

  private void collect(LabelledStream stream, StoryModels models, boolean taught) {
    ExampleCollector collector = new ExampleCollector(stream.labels());
    OnePass pass = new OnePass(models, collector);
    Map<String, String> first = new HashMap<>();
    for (ArticleView article : stream.articles()) {
      String label = taught ? stream.labels().get(article.uri()) : null;
      String story = label == null ? null : first.computeIfAbsent(label, unseen -> article.uri());
      pass.take(article, any -> story);
    }
    joins.computeIfAbsent(stream, s -> new ArrayList<>()).addAll(collector.joins);
    merges.computeIfAbsent(stream, s -> new ArrayList<>()).addAll(collector.merges);
  }

  private StoryModels learn() {
    List<TreeBooster.Example> join = new ArrayList<>();
    List<TreeBooster.Example> merge = new ArrayList<>();
    for (LabelledStream stream : streams) {
      join.addAll(weighing(JOIN_WEIGHT, joins.getOrDefault(stream, List.of())));
      merge.addAll(weighing(MERGE_WEIGHT, merges.getOrDefault(stream, List.of())));
    }
    return new StoryModels(
        stems,
        new TreeBooster(JoinFeatures.NAMES, JoinFeatures.DIRECTIONS, JOIN_TREES, JOIN_DEPTH)
            .train(join, JOIN_BAR),
        merge.isEmpty()
            ? undecided(MergeFeatures.NAMES)
            : new TreeBooster(
                    MergeFeatures.NAMES, MergeFeatures.DIRECTIONS, MERGE_TREES, MERGE_DEPTH)
                .train(merge, MERGE_BAR));
  }

  /** The examples of a stream, made lighter so that together they weigh no more than this. */
  private static List<TreeBooster.Example> weighing(
      double total, List<TreeBooster.Example> examples) {
    double sum = examples.stream().mapToDouble(TreeBooster.Example::weight).sum();
    double scale = Math.min(1, total / sum);
    return examples.stream()
        .map(e -> new TreeBooster.Example(e.values(), e.yes(), scale * e.weight()))
        .toList();
  }

  /** A model that never says yes. */
  private static BoostedTrees undecided(List<String> features) {
    return new BoostedTrees(features, 2, 0, List.of());
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
