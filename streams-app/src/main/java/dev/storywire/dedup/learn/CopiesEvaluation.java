package dev.storywire.dedup.learn;

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
 * Measures the copy decision on a file of {@code {a, b, label}} pairs, with the code that the
 * service runs: clean, fingerprint, decide.
 */
public final class CopiesEvaluation {
  private final List<LabelledPair> pairs;

  private CopiesEvaluation(List<LabelledPair> pairs) {
    this.pairs = pairs;
  }

  /**
   * Reads the pairs, packed with gzip if the name ends in .gz.
   *
   * @throws IOException if the file cannot be read, or a line is not a pair
   */
  public static CopiesEvaluation of(Path file) throws IOException {
    return new CopiesEvaluation(LabelledPair.read(file));
  }

  /** The decisions of a model, one for each pair in order. */
  public List<CopyDecision> decide(CopyModel model) {
    return pairs.stream().map(p -> model.decide(p.a(), p.b(), p.apart())).toList();
  }

  /** Scores decisions on these pairs. */
  public CopyScores score(List<CopyDecision> decisions) {
    return CopyScores.of(pairs, decisions);
  }

  /**
   * Decisions by models that were trained without the pair they decide, nor any pair that shares an
   * article with it, directly or through others.
   *
   * @param folds parts that the articles are cut into
   * @param seed which of the ways to cut
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

  /** Lines {@code {i, copy, score}}, one for each pair in order. */
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
      throw new IllegalStateException("A prediction cannot be written as JSON", e);
    }
  }

  /** Deals the components of pairs that share articles out to folds, in an order by seeded hash. */
  private int[] folds(int folds, int seed) {
    var parents = new HashMap<String, String>();
    for (LabelledPair pair : pairs) {
      parents.put(root(parents, pair.idOfA()), root(parents, pair.idOfB()));
    }
    var dealt = new TreeMap<Long, String>();
    for (LabelledPair pair : pairs) {
      String component = root(parents, pair.idOfA());
      dealt.put(mix(component.hashCode() + 0x9E3779B97F4A7C15L * (seed + 1)), component);
    }
    var foldOf = new HashMap<String, Integer>();
    dealt.values().forEach(component -> foldOf.put(component, foldOf.size() % folds));
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

  private static long mix(long value) {
    long h = (value ^ value >>> 32) * 0xD6E8FEB86659FD93L;
    return h ^ h >>> 32;
  }
}
