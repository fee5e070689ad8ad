package dev.storywire.story.distill;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2.AllMiniLmL6V2EmbeddingModel;
import dev.storywire.story.learn.LabelledArticle;
import dev.storywire.text.terms.Stems;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/**
 * Writes a table of word embeddings, in the layout of {@link
 * dev.storywire.story.vector.WordEmbeddings}.
 *
 * <p>As in Model2Vec (Tulkens and van Dongen, 2024), the sentence model embeds each word by itself,
 * and the embeddings are reduced to their principal components. Then they are fitted to headlines:
 * the weighted sum of a headline's words approaches the sentence model's embedding of the headline.
 */
public final class Distillation {
  private static final int WORDS = 16_000;
  private static final int HEADLINES = 10_000;
  private static final int DIMENSIONS = 64;

  /** A shorter headline, in characters, says too little. */
  private static final int SHORTEST = 15;

  private static final int LONGEST = 200;
  private static final int SEED = 7;

  private final EmbeddingModel model = new AllMiniLmL6V2EmbeddingModel();

  private Distillation() {}

  /**
   * Distills a table.
   *
   * @param args the file to write, and files of {@link LabelledArticle} whose words and headlines
   *     are used; their labels are not
   */
  public static void main(String[] args) throws IOException {
    if (args.length < 2) {
      System.err.println("Usage: Distillation OUTPUT ARTICLES...");
      System.exit(2);
    }
    WordCounts words = new WordCounts();
    List<String> headlines = new ArrayList<>();
    for (String file : List.of(args).subList(1, args.length)) {
      for (LabelledArticle article : LabelledArticle.read(Path.of(file))) {
        String title = Objects.requireNonNullElse(article.title(), "");
        String body = Objects.requireNonNullElse(article.body(), "");
        words.add(title + "\n" + body);
        String headline = title.length() < SHORTEST ? body : title;
        if (headline.length() >= SHORTEST) {
          headlines.add(headline.substring(0, Math.min(LONGEST, headline.length())));
        }
      }
    }
    Collections.shuffle(headlines, new Random(SEED));
    new Distillation()
        .distill(
            words,
            headlines.subList(0, Math.min(HEADLINES, headlines.size())),
            Path.of(args[0]));
  }

  private void distill(WordCounts words, List<String> headlines, Path output) throws IOException {
    List<String> stems = words.mostFrequent(WORDS);
    System.err.println("Embedding " + stems.size() + " words");
    double[][] ofWords = centred(stems.stream().map(stem -> embed(words.form(stem))).toList());
    System.err.println("Embedding " + headlines.size() + " headlines");
    double[][] ofHeadlines = centred(headlines.stream().map(this::embed).toList());
    PrincipalComponents components = new PrincipalComponents(DIMENSIONS, ofWords, ofHeadlines);
    double[] rarities = stems.stream().mapToDouble(words::rarity).toArray();
    EmbeddingFit fit = new EmbeddingFit(components.project(ofWords), rarities);
    Map<String, Integer> numbers = new HashMap<>();
    stems.forEach(stem -> numbers.put(stem, numbers.size()));
    double[][] targets = components.project(ofHeadlines);
    for (int i = 0; i < targets.length; i++) {
      Set<String> inHeadline = Stems.distinct(headlines.get(i), "en");
      inHeadline.retainAll(numbers.keySet());
      fit.add(inHeadline.stream().mapToInt(numbers::get).toArray(), targets[i]);
    }
    System.err.println("Mean cosine of headlines left out, before the fit: " + fit.heldOut());
    fit.run();
    System.err.println("After the fit: " + fit.heldOut());
    write(output, stems, fit.quantized());
  }

  private float[] embed(String text) {
    return model.embed(text).content().vector();
  }

  /** Returns the vectors without their mean. */
  private static double[][] centred(List<float[]> vectors) {
    double[] mean = new double[vectors.get(0).length];
    for (float[] vector : vectors) {
      for (int d = 0; d < mean.length; d++) {
        mean[d] += vector[d] / vectors.size();
      }
    }
    double[][] centred = new double[vectors.size()][mean.length];
    for (int i = 0; i < centred.length; i++) {
      for (int d = 0; d < mean.length; d++) {
        centred[i][d] = vectors.get(i)[d] - mean[d];
      }
    }
    return centred;
  }

  private static void write(Path output, List<String> stems, byte[][] vectors) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(output)))) {
      out.writeByte(1);
      out.writeInt(vectors.length);
      out.writeInt(DIMENSIONS);
      for (int i = 0; i < vectors.length; i++) {
        out.writeUTF(stems.get(i));
        out.write(vectors[i]);
      }
    }
  }
}
