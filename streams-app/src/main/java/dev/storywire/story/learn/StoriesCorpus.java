package dev.storywire.story.learn;

import dev.storywire.story.cluster.StoryModels;
import dev.storywire.story.vector.StemTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * News to train the story models on.
 *
 * @param stems counts of stems by file; empty where the shipped table is used
 * @param sources the files with labels, by source
 */
record StoriesCorpus(StemCounter stems, List<Source> sources) {
  /** A collection of fewer texts does not show how common a stem is. */
  private static final int MIN_TEXTS = 500;

  /** The news that is left out together. */
  record Source(String name, List<PreparedSet> sets, List<LabelledStream> streams) {}

  /** Reads news and prepares each article once. */
  static StoriesCorpus read(StoriesTraining.Inputs files, Consumer<String> progress) {
    StemCounter counter = new StemCounter("en");
    Map<String, Source> sources = new LinkedHashMap<>();
    for (Path file : files.news()) {
      progress.accept("Reading " + file);
      String name = file.getFileName().toString();
      if (!files.keepStems() && !RoutineTemplates.isTemplates(file)) {
        List<String> texts = NewsTexts.read(file);
        if (texts.size() >= MIN_TEXTS) {
          counter.add(name, texts);
        }
      }
      if (NewsTexts.isColumns(file)) {
        continue;
      }
      List<LabelledArticle> articles = LabelledArticle.read(file);
      if (articles.stream().anyMatch(LabelledArticle::isLabelled)) {
        String key = files.oneSource().contains(file) ? "one source" : name;
        Source source =
            sources.computeIfAbsent(
                key, k -> new Source(name, new ArrayList<>(), new ArrayList<>()));
        PreparedSet set = PreparedSet.of(name, articles);
        source.sets().add(set);
        boolean hidden = files.withoutSources().contains(file);
        TrainingStreams.of(set, articles)
            .forEach(stream -> source.streams().add(hidden ? stream.withoutSources() : stream));
      }
    }
    return new StoriesCorpus(counter, List.copyOf(sources.values()));
  }

  /** Returns the streams of all sources. Each source has the same total weight. */
  List<LabelledStream> streams() {
    List<LabelledStream> streams = new ArrayList<>();
    for (Source source : sources) {
      double weight = 1.0 / source.streams.size();
      source.streams.forEach(stream -> streams.add(stream.withWeight(weight)));
    }
    return streams;
  }

  /** Returns the stem table of all files, or the shipped one. */
  StemTable stemTable() {
    return stems.isEmpty() ? StoryModels.shippedStems() : new StemTable(stems.lines());
  }

  /** Returns the corpus without the labels and the texts of a source. */
  StoriesCorpus without(Source source) {
    List<String> names = source.sets().stream().map(PreparedSet::name).toList();
    return new StoriesCorpus(
        stems.without(names),
        sources.stream().filter(other -> !other.name().equals(source.name())).toList());
  }
}
