package dev.storywire.story.learn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The agreement of predicted stories with labelled ones: B-cubed (Bagga and Baldwin, 1998) and
 * pairwise precision, recall and F1.
 *
 * @param labelled number of documents scored
 * @param bcubedP share of an average document's predicted story that shares its label
 * @param bcubedR share of an average document's labelled story that it is predicted with
 * @param pairP share of the pairs predicted together that are labelled together; 1 if none is
 * @param pairR share of the pairs labelled together that are predicted together; 1 if none is
 */
public record ClusterScores(
    int labelled,
    int predictedStories,
    int labelledStories,
    double bcubedP,
    double bcubedR,
    double pairP,
    double pairR) {

  /** A document's labelled and predicted story. */
  public record Assignment(String gold, String predicted) {}

  private record Cell(String gold, String predicted) {}

  /** Scores documents, each given once. */
  public static ClusterScores of(List<Assignment> documents) {
    Map<String, Integer> gold = new HashMap<>();
    Map<String, Integer> predicted = new HashMap<>();
    Map<Cell, Integer> cells = new HashMap<>();
    for (Assignment document : documents) {
      gold.merge(document.gold, 1, Integer::sum);
      predicted.merge(document.predicted, 1, Integer::sum);
      cells.merge(new Cell(document.gold, document.predicted), 1, Integer::sum);
    }
    double precision = 0;
    double recall = 0;
    long together = 0;
    for (Map.Entry<Cell, Integer> cell : cells.entrySet()) {
      long both = cell.getValue();
      precision += (double) (both * both) / count(predicted, cell.getKey().predicted);
      recall += (double) (both * both) / count(gold, cell.getKey().gold);
      together += pairs(both);
    }
    long predictedPairs = predicted.values().stream().mapToLong(ClusterScores::pairs).sum();
    long goldPairs = gold.values().stream().mapToLong(ClusterScores::pairs).sum();
    int all = Math.max(1, documents.size());
    return new ClusterScores(
        documents.size(),
        predicted.size(),
        gold.size(),
        precision / all,
        recall / all,
        predictedPairs == 0 ? (goldPairs == 0 ? 1 : 0) : (double) together / predictedPairs,
        goldPairs == 0 ? 1 : (double) together / goldPairs);
  }

  /** Returns the harmonic mean of B-cubed precision and recall. */
  public double bcubedF1() {
    return harmonic(bcubedP, bcubedR);
  }

  /** Returns the harmonic mean of pairwise precision and recall. */
  public double pairF1() {
    return harmonic(pairP, pairR);
  }

  private static int count(Map<String, Integer> counts, String key) {
    return Objects.requireNonNull(counts.get(key));
  }

  private static long pairs(long n) {
    return n * (n - 1) / 2;
  }

  private static double harmonic(double a, double b) {
    return a + b == 0 ? 0 : 2 * a * b / (a + b);
  }
}
