package dev.storywire.dedup.learn;

import dev.storywire.dedup.CopyComparison;
import dev.storywire.dedup.CopyFeatures;
import dev.storywire.dedup.CopyModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Trains a {@link CopyModel} on labelled pairs and writes it as a text resource. */
public final class CopyTraining {
  /** Weight of templates, which are frequent on a wire and rare in a file of selected pairs. */
  private static final double TEMPLATE_IMPORTANCE = 2;

  private static final double RIDGE = 3;
  private static final double THRESHOLD = 0.5;

  private CopyTraining() {}

  /**
   * Trains on a file of {@code {a, b, label}} lines and writes the weights.
   *
   * @throws IOException if a file cannot be read or written
   * @throws IllegalArgumentException if all pairs have the same class
   */
  public static CopyModel train(Path pairs, Path weights) throws IOException {
    CopyModel model = fit(LabelledPair.read(pairs));
    Files.writeString(weights, text(model), StandardCharsets.UTF_8);
    return model;
  }

  /** Fits the model on the pairs to which no rule applies. */
  static CopyModel fit(List<LabelledPair> pairs) {
    List<LabelledPair> open =
        pairs.stream().filter(p -> CopyModel.usesRegression(p.a(), p.b(), p.apart())).toList();
    if (open.stream().map(LabelledPair::isCopy).distinct().count() < 2) {
      throw new IllegalArgumentException(
          "Training needs pairs labelled \"copy\" and others; of %d pairs all are of one kind"
              .formatted(open.size()));
    }
    double[][] x = new double[open.size()][];
    boolean[] y = new boolean[open.size()];
    double[] importance = new double[open.size()];
    for (int i = 0; i < x.length; i++) {
      LabelledPair pair = open.get(i);
      x[i] = new CopyComparison(pair.a(), pair.b()).features(pair.apart()).values();
      y[i] = pair.isCopy();
      importance[i] = pair.label().equals("template") ? TEMPLATE_IMPORTANCE : 1;
    }
    return new CopyModel(LogisticRegression.fit(x, y, importance, RIDGE), THRESHOLD);
  }

  private static String text(CopyModel model) {
    var text =
        new StringBuilder(
            "# Weights of the copy decision (dev.storywire.dedup.CopyModel), made by"
                + " \"storywire train copies\".\n"
                + "# The model card is docs/models/copies.md.\n");
    for (int i = 0; i < CopyFeatures.NAMES.size(); i++) {
      append(text, CopyFeatures.NAMES.get(i), model.weights()[i]);
    }
    append(text, "intercept", model.weights()[CopyFeatures.NAMES.size()]);
    append(text, "threshold", model.threshold());
    return text.toString();
  }

  private static void append(StringBuilder text, String name, double value) {
    text.append(String.format(Locale.ROOT, "%s = %.4f\n", name, value));
  }
}
