package dev.storywire.dedup.learn;

import com.dynatrace.hash4j.hashing.Hashing;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.storywire.dedup.CopyDecision;
import dev.storywire.dedup.CopyModel;
import dev.storywire.schemas.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Evaluates the copy decision on a file of {@code {a, b, label}} pairs, with the same code as the
 * service.
 */
public final class CopiesEvaluation {
  private final List<LabelledPair> pairs;

  private CopiesEvaluation(List<LabelledPair> pairs) {
    this.pairs = pairs;
  }

  /**
   * Reads the pairs from a file, which is gzip if its name ends in {@code .gz}.
   *
   * @throws IOException if the file cannot be read, or a line is not a pair
   */
  public static CopiesEvaluation of(Path file) throws IOException {
    return new CopiesEvaluation(LabelledPair.read(file));
  }

  /** Returns the decisions of a model, one for each pair in order. */
  public List<CopyDecision> decide(CopyModel model) {
    return pairs.stream().map(p -> model.decide(p.a(), p.b(), p.apart())).toList();
  }

  /** Scores decisions on these pairs. */
  public CopyScores score(List<CopyDecision> decisions) {
    return CopyScores.of(pairs, decisions);
  }

  /**
   * Returns cross-validated decisions. Each pair is decided by a model that was trained without
   * this pair and without pairs that share an article with it, directly or through other pairs.
   *
   * @param folds number of folds
   * @param seed seed of the partition
   */
  public List<CopyDecision> crossValidate(int folds, int seed) {
    int[] fold = folds(folds, seed);
    var decisions = new CopyDecision[pairs.size()];
    for (int f = 0; f < folds; f++) {
      var training = new ArrayList<LabelledPair>();
      for (int i = 0; i < fold.length; i++) {
        if (fold[i] != f) {
          training.add(pairs.get(i));
        }
      }
      CopyModel model = CopyTraining.fit(training);
      for (int i = 0; i < fold.length; i++) {
        if (fold[i] == f) {
          LabelledPair pair = pairs.get(i);
          decisions[i] = model.decide(pair.a(), pair.b(), pair.apart());
        }
      }
    }
    return List.of(decisions);
  }

  /** Returns lines {@code {i, copy, score}}, one for each pair in order. */
  public static List<String> lines(List<CopyDecision> decisions) {
    var lines = new ArrayList<String>();
    for (int i = 0; i < decisions.size(); i++) {
      lines.add(json(new Line(i, decisions.get(i).copy(), decisions.get(i).score())));
    }
    return lines;
  }

  private record Line(int i, boolean copy, double score) {}

  private static String json(Line line) {
    try {
      return Json.mapper().writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a prediction must be serialisable", e);
    }
  }

  /** Assigns the connected components of pairs to folds, in the order of a seeded hash. */
  private int[] folds(int folds, int seed) {
    var parents = new HashMap<String, String>();
    for (LabelledPair pair : pairs) {
      parents.put(root(parents, pair.idOfA()), root(parents, pair.idOfB()));
    }
    var shuffled = new TreeMap<Long, String>();
    for (LabelledPair pair : pairs) {
      String component = root(parents, pair.idOfA());
      shuffled.put(
          Hashing.wyhashFinal4().hashLongLongToLong(component.hashCode(), seed), component);
    }
    var foldOf = new HashMap<String, Integer>();
    shuffled.values().forEach(component -> foldOf.put(component, foldOf.size() % folds));
    return pairs.stream().mapToInt(p -> foldOf.get(root(parents, p.idOfA()))).toArray();
  }

  private static String root(Map<String, String> parents, String id) {
    String at = id;
    String parent = parents.get(at);
    while (parent != null && !parent.equals(at)) {
      at = parent;
      parent = parents.get(at);
    }
    return at;
  }
}
