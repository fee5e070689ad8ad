package dev.storywire.story.learn;

import dev.storywire.entities.learn.ColumnLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Computes the stem table of a language from tagged text in columns, of which only the tokens are
 * used. A text is a run of sentences, since few of these files mark where an article begins. Each
 * file counts as two collections, so that only stems in two parts of it are kept.
 */
public final class StemTables {
  /** Sentences of a short news article. */
  private static final int SENTENCES = 12;

  private StemTables() {}

  /**
   * Returns the lines of the table.
   *
   * @throws UncheckedIOException naming the file, if it cannot be read
   */
  public static List<String> lines(String language, List<Path> files) {
    StemCounter counter = new StemCounter(language);
    for (Path file : files) {
      List<String> texts = texts(file);
      int half = texts.size() / 2;
      counter.add(file + " 1", texts.subList(0, half));
      counter.add(file + " 2", texts.subList(half, texts.size()));
    }
    List<String> lines = new ArrayList<>();
    lines.add("# Frequency of stems in texts. Written by StemTables; see docs/models/stories.md.");
    lines.addAll(counter.lines());
    return lines;
  }

  private static List<String> texts(Path file) {
    List<String> texts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int sentences = 0;
    for (ColumnLines.Line line : read(file)) {
      if (!line.text().isBlank()) {
        text.append(line.text().split("\\s")[0]).append(' ');
      } else if (++sentences % SENTENCES == 0) {
        texts.add(text.toString());
        text.setLength(0);
      }
    }
    texts.add(text.toString());
    return texts;
  }

  private static List<ColumnLines.Line> read(Path file) {
    try {
      return ColumnLines.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
