package dev.storywire.entities.learn;

import dev.storywire.entities.tagger.CaseLexicon;
import dev.storywire.entities.tagger.Gazetteer;
import dev.storywire.entities.tagger.NameTagger;
import dev.storywire.entities.tagger.TagModel;
import dev.storywire.entities.tagger.TagWeights;
import dev.storywire.entities.tagger.Tags;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Trains a {@link NameTagger}. The features of the second pass come from models that were not
 * trained on the document (four folds), as in use.
 */
public final class NamesTraining {
  private static final int FOLDS = 4;
  private static final int EPOCHS = 8;

  /** Number of adjacent documents that are in the same fold, since they are similar. */
  private static final int BLOCK = 5;

  private NamesTraining() {}

  /**
   * Trains on tagged files and writes the model.
   *
   * @param files see {@code docs/models/names.md}
   * @param language language of the texts, which selects the word lists
   * @param out output file; the shipped models are {@code names-LANGUAGE.model.gz} in the package
   *     of {@code NameTagger}
   */
  public static void train(List<Path> files, String language, Path out) {
    TagModel model = train(texts(files), Gazetteer.load(language));
    try (OutputStream stream = Files.newOutputStream(out)) {
      model.write(stream);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + out, e);
    }
  }

  /**
   * Evaluates models on a file that they were not trained on.
   *
   * @param files training files, in addition to the rest of the file
   * @param language language of the texts, which selects the word lists
   * @param leftOut the file for evaluation
   * @param cuts document numbers at which the file is split; each part is evaluated with a model
   *     that was trained on the others. If empty, the whole file is left out
   * @param nanoTime clock for the speed
   */
  public static NamesEvaluation.Report leaveOut(
      List<Path> files, String language, Path leftOut, List<Integer> cuts, LongSupplier nanoTime) {
    Gazetteer gazetteer = Gazetteer.load(language);
    List<TaggedText> others = texts(files);
    List<TaggedText> documents = ColumnFile.read(leftOut);
    List<Integer> bounds = new ArrayList<>(cuts);
    bounds.add(0, 0);
    bounds.add(documents.size());
    List<NamesEvaluation.Report> parts = new ArrayList<>();
    for (int part = 1; part < bounds.size(); part++) {
      List<TaggedText> seen = new ArrayList<>(others);
      seen.addAll(documents.subList(0, bounds.get(part - 1)));
      seen.addAll(documents.subList(bounds.get(part), documents.size()));
      NameTagger tagger = new NameTagger(train(seen, gazetteer), gazetteer);
      parts.add(
          NamesEvaluation.evaluate(
              tagger, documents.subList(bounds.get(part - 1), bounds.get(part)), nanoTime));
    }
    return NamesEvaluation.sum(parts);
  }

  private static List<TaggedText> texts(List<Path> files) {
    return files.stream().flatMap(file -> ColumnFile.read(file).stream()).toList();
  }

  static TagModel train(List<TaggedText> texts, Gazetteer gazetteer) {
    CaseLexicon lexicon = new CaseLexicon(new Int2IntOpenHashMap());
    List<TrainingDocument> documents =
        texts.stream().map(text -> new TrainingDocument(text, gazetteer)).toList();
    documents.forEach(document -> document.countIn(lexicon));
    documents.forEach(document -> document.readFeatures(lexicon));
    List<NameTagger> others = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      others.add(new NameTagger(fit(without(fold, documents), lexicon, EPOCHS / 2), gazetteer));
    }
    for (int d = 0; d < documents.size(); d++) {
      documents.get(d).readVotes(others.get(fold(d)));
    }
    return fit(documents, lexicon, EPOCHS);
  }

  private static int fold(int document) {
    return document / BLOCK % FOLDS;
  }

  private static List<TrainingDocument> without(int fold, List<TrainingDocument> documents) {
    List<TrainingDocument> rest = new ArrayList<>();
    for (int d = 0; d < documents.size(); d++) {
      if (fold(d) != fold) {
        rest.add(documents.get(d));
      }
    }
    return rest;
  }

  private static TagModel fit(List<TrainingDocument> documents, CaseLexicon lexicon, int epochs) {
    IntOpenHashSet seen = new IntOpenHashSet();
    documents.forEach(document -> document.addFeatures(seen));
    int[] features = seen.intStream().sorted().toArray();
    Int2IntOpenHashMap numbers = new Int2IntOpenHashMap(features.length);
    for (int f = 0; f < features.length; f++) {
      numbers.put(features[f], f);
    }
    CrfTrainer trainer = new CrfTrainer(features.length);
    trainer.train(documents.stream().map(document -> document.chain(numbers)).toList(), epochs);
    return quantised(features, trainer, lexicon);
  }

  private static TagModel quantised(int[] features, CrfTrainer trainer, CaseLexicon lexicon) {
    float[] weights = trainer.weights();
    float largest = 0;
    for (float weight : weights) {
      largest = Math.max(largest, Math.abs(weight));
    }
    float scale = Byte.MAX_VALUE / largest;
    int[] kept = new int[features.length];
    byte[] rows = new byte[weights.length];
    int count = 0;
    for (int f = 0; f < features.length; f++) {
      boolean matters = false;
      for (int tag = 0; tag < Tags.COUNT; tag++) {
        int weight = Math.round(scale * weights[f * Tags.COUNT + tag]);
        rows[count * Tags.COUNT + tag] = (byte) weight;
        matters |= weight != 0;
      }
      kept[count] = features[f];
      count += matters ? 1 : 0;
    }
    int[] transitions = new int[Tags.COUNT * Tags.COUNT];
    for (int i = 0; i < transitions.length; i++) {
      transitions[i] = Math.round(scale * trainer.transitions()[i]);
    }
    return new TagModel(TagWeights.of(Arrays.copyOf(kept, count), rows), transitions, lexicon);
  }
}
