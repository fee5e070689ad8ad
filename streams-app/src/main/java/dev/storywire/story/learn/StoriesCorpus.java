package dev.storywire.story.learn;

import dev.storywire.story.vector.StemTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the story models are trained on.
 *
 * @param stems lines of the {@link StemTable} counted over all files
 * @param streams those that have labels
 */
record StoriesCorpus(List<String> stems, List<LabelledStream> streams) {
  /** Length of a brief, chars. */
  private static final int BRIEF = 900;

  /** A collection of fewer texts says nothing of how common a stem is. */
  private static final int TELLING = 500;

  /**
   * Reads news.
   *
   * @param files JSON Lines of {@link LabelledArticle}, or token columns to count stems in
   * @param sourceless those of which the sources are not read
   */
  static StoriesCorpus read(
      List<Path> files, Collection<Path> sourceless, Consumer<String> progress) {
    StemCounter counter = new StemCounter();
    List<LabelledStream> streams = new ArrayList<>();
    for (Path file : files) {
      progress.accept("Reading " + file);
      List<String> texts = NewsTexts.read(file);
      if (texts.size() >= TELLING) {
        counter.add(texts);
      }
      if (!NewsTexts.isColumns(file)) {
        List<LabelledStream> read =
            streams(file.getFileName().toString(), LabelledArticle.read(file));
        boolean hidden = sourceless.contains(file);
        read.forEach(stream -> streams.add(hidden ? stream.withoutSources() : stream));
      }
    }
    return new StoriesCorpus(counter.lines(), streams);
  }

  /**
   * The streams to learn from: the articles as they are; and where all of them are labelled and
   * have a text, also as briefs of which no names were read, as in the languages that have no name
   * model; those once together and once as a quiet lane would have them.
   */
  private static List<LabelledStream> streams(String name, List<LabelledArticle> articles) {
    boolean labelled = articles.stream().anyMatch(LabelledArticle::isLabelled);
    if (!labelled) {
      return List.of();
    }
    List<LabelledStream> streams = new ArrayList<>();
    streams.add(LabelledStream.of(name, articles));
    boolean allLabelled = articles.stream().allMatch(LabelledArticle::isLabelled);
    boolean haveText = articles.stream().anyMatch(a -> a.body() != null && !a.body().isEmpty());
    if (allLabelled && haveText) {
      List<LabelledArticle> briefs = articles.stream().map(a -> a.brief(BRIEF)).toList();
      LabelledStream nameless = LabelledStream.of(name + ", as briefs", briefs).withoutNames();
      streams.add(nameless);
      streams.add(nameless.quiet(name + ", as briefs of a quiet lane"));
    }
    return streams;
  }
}
