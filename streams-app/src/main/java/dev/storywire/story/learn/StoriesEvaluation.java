package dev.storywire.story.learn;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.ArticleVerdict.Relation;
import dev.storywire.schemas.Story;
import dev.storywire.story.Lane;
import dev.storywire.story.cluster.StoryModels;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.state.InMemoryLaneStore;
import dev.storywire.story.state.LaneOutput;
import dev.storywire.story.state.LaneSettings;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides a labelled stream in this process, with the code of the service: preparation, copies,
 * names, stories, repairs. Scores the stories at the end of the stream.
 *
 * @param scores over the labelled articles
 * @param verdicts the last on every article, in stream order
 * @param latestNews how many of the stories show their latest news
 */
public record StoriesEvaluation(
    ClusterScores scores, Map<String, ArticleVerdict> verdicts, LatestNews latestNews) {
  /**
   * Evaluates the shipped models.
   *
   * @param file JSON Lines of {@link LabelledArticle}, plain or gzip
   * @param slow true to spread the articles of each story over 3 to 30 days
   * @throws UncheckedIOException naming the file, if it cannot be read
   */
  public static StoriesEvaluation of(Path file, boolean slow) {
    return of(read(file, slow), StoryModels.shipped());
  }

  private static PreparedSet read(Path file, boolean slow) {
    PreparedSet set = PreparedSet.of(file.getFileName().toString(), LabelledArticle.read(file));
    return slow ? set.slow() : set;
  }

  /** Evaluates models on a set that is prepared. */
  static StoriesEvaluation of(PreparedSet set, StoryModels models) {
    Map<String, Lane> lanes = new TreeMap<>();
    Map<String, ArticleVerdict> verdicts = new LinkedHashMap<>();
    Map<String, Story> stories = new TreeMap<>();
    for (PreparedArticle article : set.articles()) {
      Lane lane =
          lanes.computeIfAbsent(
              article.lane(),
              name -> new Lane(name, LaneSettings.defaults(), new InMemoryLaneStore(), models));
      for (LaneOutput output : lane.accept(article)) {
        if (output instanceof LaneOutput.Verdict decided) {
          verdicts.put(decided.verdict().uri(), decided.verdict());
        } else if (output instanceof LaneOutput.Snapshot shown
            && shown.story().articleCount() > 0) {
          stories.put(shown.story().storyId(), shown.story());
        }
      }
    }
    Map<String, String> storyOf = new HashMap<>();
    verdicts.forEach(
        (uri, verdict) -> {
          if (verdict.storyId() != null) {
            storyOf.put(uri, verdict.storyId());
          }
        });
    return new StoriesEvaluation(
        ClusterScores.of(assignments(set, verdicts)),
        verdicts,
        LatestNews.of(stories.values(), set.articles(), storyOf));
  }

  /** Scores the offline baseline: average-link clustering with the best threshold for this set. */
  public static ClusterScores averageLink(Path file, boolean slow) {
    return AverageLink.best(read(file, slow));
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

  private static List<ClusterScores.Assignment> assignments(
      PreparedSet set, Map<String, ArticleVerdict> verdicts) {
    List<ClusterScores.Assignment> assignments = new ArrayList<>();
    for (PreparedArticle article : set.articles()) {
      String label = set.labels().get(article.uri());
      ArticleVerdict verdict = verdicts.get(article.uri());
      if (label != null && verdict != null && verdict.storyId() != null) {
        assignments.add(new ClusterScores.Assignment(label, verdict.storyId()));
      }
    }
    return assignments;
  }
}
