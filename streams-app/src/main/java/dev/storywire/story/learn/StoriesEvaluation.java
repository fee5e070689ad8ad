package dev.storywire.story.learn;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.ArticleVerdict.Relation;
import dev.storywire.story.InMemoryLaneStore;
import dev.storywire.story.Lane;
import dev.storywire.story.LaneOutput;
import dev.storywire.story.LaneSettings;
import dev.storywire.story.prepare.LaneRule;
import dev.storywire.story.prepare.Preparation;
import dev.storywire.story.prepare.PreparedArticle;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes a labelled stream through the lanes in process, with the code that the service runs:
 * preparation, copies, names, stories, repairs. Scores the stories as they stand at the end.
 *
 * @param scores over the labelled articles
 * @param verdicts the last on every article, in stream order
 */
public record StoriesEvaluation(ClusterScores scores, Map<String, ArticleVerdict> verdicts) {
  /**
   * Evaluates the shipped models.
   *
   * @param file JSON Lines of {@link LabelledArticle}, plain or gzip
   * @throws UncheckedIOException naming the file, if it cannot be read
   */
  public static StoriesEvaluation of(Path file) {
    List<LabelledArticle> articles = LabelledArticle.read(file);
    Preparation preparation = new Preparation(LaneRule.parse("language"));
    Map<String, Lane> lanes = new TreeMap<>();
    Map<String, ArticleVerdict> verdicts = new LinkedHashMap<>();
    for (LabelledArticle article : articles) {
      PreparedArticle prepared =
          preparation.prepare(article.item(), 1, article.time().toEpochMilli());
      Lane lane =
          lanes.computeIfAbsent(
              prepared.lane(),
              name -> new Lane(name, LaneSettings.defaults(), new InMemoryLaneStore()));
      for (LaneOutput output : lane.accept(prepared)) {
        if (output instanceof LaneOutput.Verdict said) {
          verdicts.put(said.verdict().uri(), said.verdict());
        }
      }
    }
    return new StoriesEvaluation(ClusterScores.of(labelled(articles, verdicts)), verdicts);
  }

  /** Writes a line for each article: {@code id, story, relation, copyOf}. */
  public void write(Path predictions) {
    ObjectMapper json = new ObjectMapper();
    try (BufferedWriter out = Files.newBufferedWriter(predictions)) {
      for (ArticleVerdict verdict : verdicts.values()) {
        Map<String, @Nullable String> line = new LinkedHashMap<>();
        line.put("id", verdict.uri());
        line.put("story", verdict.storyId());
        line.put("relation", verdict.relation() == Relation.COPY ? "copy" : "original");
        line.put("copyOf", verdict.copyOf());
        out.write(json.writeValueAsString(line));
        out.newLine();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + predictions + ": " + e.getMessage(), e);
    }
  }

  private static List<ClusterScores.Assignment> labelled(
      List<LabelledArticle> articles, Map<String, ArticleVerdict> verdicts) {
    List<ClusterScores.Assignment> labelled = new ArrayList<>();
    for (LabelledArticle article : articles) {
      ArticleVerdict verdict = verdicts.get(article.id());
      String label = article.story();
      if (label != null && !label.isEmpty() && verdict != null && verdict.storyId() != null) {
        labelled.add(new ClusterScores.Assignment(label, verdict.storyId()));
      }
    }
    return labelled;
  }
}
