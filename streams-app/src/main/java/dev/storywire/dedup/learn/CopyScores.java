package dev.storywire.dedup.learn;

import dev.storywire.dedup.CopyDecision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Scores of the copy decision: precision, recall and F1; average precision of the ranking by score;
 * and for each label the number of pairs and the share classified as copies.
 */
public record CopyScores(
    double precision,
    double recall,
    double f1,
    double averagePrecision,
    Map<String, LabelRate> labels) {

  /** The number of pairs with a label, and how many of them were classified as copies. */
  public record LabelRate(int pairs, int called) {
    /** Returns the share classified as copies. */
    public double rate() {
      return pairs == 0 ? 0 : (double) called / pairs;
    }

    private LabelRate plus(boolean call) {
      return new LabelRate(pairs + 1, called + (call ? 1 : 0));
    }
  }

  /** Scores decisions against the labels of the same pairs, in the same order. */
  static CopyScores of(List<LabelledPair> pairs, List<CopyDecision> decisions) {
    var labels = new TreeMap<String, LabelRate>();
    for (int i = 0; i < pairs.size(); i++) {
      LabelRate before = labels.getOrDefault(pairs.get(i).label(), new LabelRate(0, 0));
      labels.put(pairs.get(i).label(), before.plus(decisions.get(i).copy()));
    }
    LabelRate copies = labels.getOrDefault(LabelledPair.COPY, new LabelRate(0, 0));
    int called = labels.values().stream().mapToInt(LabelRate::called).sum();
    double precision = called == 0 ? 0 : (double) copies.called() / called;
    double recall = copies.rate();
    double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    return new CopyScores(
        precision, recall, f1, averagePrecision(pairs, decisions, copies.pairs()), labels);
  }

  private static double averagePrecision(
      List<LabelledPair> pairs, List<CopyDecision> decisions, int copies) {
    var ranking = new ArrayList<Integer>();
    for (int i = 0; i < pairs.size(); i++) {
      ranking.add(i);
    }
    ranking.sort(Comparator.comparing((Integer i) -> -decisions.get(i).score()));
    int found = 0;
    double sum = 0;
    for (int rank = 1; rank <= ranking.size(); rank++) {
      if (pairs.get(ranking.get(rank - 1)).isCopy()) {
        found++;
        sum += (double) found / rank;
      }
    }
    return copies == 0 ? 0 : sum / copies;
  }
}
