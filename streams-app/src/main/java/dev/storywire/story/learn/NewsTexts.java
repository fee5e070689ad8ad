package dev.storywire.story.learn;

import dev.storywire.text.TextFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Whole texts of a collection: JSON Lines, or token columns with {@code -DOCSTART-} lines. */
final class NewsTexts {
  private NewsTexts() {}

  static boolean isColumns(Path file) {
    return file.toString().contains(".tsv");
  }

  static List<String> read(Path file) {
    return isColumns(file) ? columns(file) : lines(file);
  }

  private static List<String> lines(Path file) {
    return LabelledArticle.read(file).stream()
        .map(
            article ->
                Objects.requireNonNullElse(article.title(), "")
                    + "\n"
                    + Objects.requireNonNullElse(article.body(), ""))
        .toList();
  }

  private static List<String> columns(Path file) {
    List<String> texts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    try (BufferedReader reader = TextFile.open(file)) {
      for (String line : (Iterable<String>) reader.lines()::iterator) {
        if (line.startsWith("-DOCSTART-")) {
          texts.add(text.toString());
          text.setLength(0);
        } else {
          text.append(line.split("\t")[0]).append(' ');
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
    }
    texts.add(text.toString());
    texts.removeIf(String::isBlank);
    return texts;
  }
}
