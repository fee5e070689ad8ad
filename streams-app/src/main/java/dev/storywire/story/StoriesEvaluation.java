package dev.storywire.story;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes a labelled stream through the story decisions in process, repairs included, and scores the
 * stories as they stand at the end.
 *
 * @param scores over the labelled articles
 * @param stories the story of every article, in stream order
 */
public record StoriesEvaluation(ClusterScores scores, Map<String, String> stories) {
  /**
   * Evaluates the shipped models.
   *
   * @param file JSON Lines of {@link LabelledArticle}, plain or gzip
   * @throws UncheckedIOException naming the file, if it cannot be read
   */
  public static StoriesEvaluation of(Path file) {
    LabelledStream stream = LabelledStream.of(LabelledArticle.read(file), LabelledStream.Cut.WHOLE);
    return of(stream, StoryModels.shipped());
  }

  static StoriesEvaluation of(LabelledStream stream, StoryModels models) {
    OnePass pass = new OnePass(models, DecisionObserver.NONE);
    for (ArticleView article : stream.articles()) {
      pass.take(article, any -> null);
    }
    Map<String, String> stories = pass.stories();
    List<ClusterScores.Assignment> labelled = new ArrayList<>();
    stories.forEach(
        (uri, story) -> {
          String label = stream.labels().get(uri);
          if (label != null) {
            labelled.add(new ClusterScores.Assignment(label, story));
          }
        });
    return new StoriesEvaluation(ClusterScores.of(labelled), stories);
  }

  /** Writes a line for each article: {@code id, story, relation, copyOf}. */
  public void write(Path predictions) {
    ObjectMapper json = new ObjectMapper();
    try (BufferedWriter out = Files.newBufferedWriter(predictions)) {
      for (Map.Entry<String, String> article : stories.entrySet()) {
        Map<String, @Nullable String> line = new LinkedHashMap<>();
        line.put("id", article.getKey());
        line.put("story", article.getValue());
        line.put("relation", "original");
        line.put("copyOf", null);
        out.write(json.writeValueAsString(line));
        out.newLine();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + predictions + ": " + e.getMessage(), e);
    }
  }
}
