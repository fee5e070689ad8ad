package dev.storywire.entities.learn;

import dev.storywire.entities.tagger.CaseLexicon;
import dev.storywire.entities.tagger.CommonWords;
import dev.storywire.entities.tagger.Gazetteer;
import dev.storywire.entities.tagger.NameLexicon;
import dev.storywire.entities.tagger.NameTagger;
import dev.storywire.entities.tagger.TagModel;
import dev.storywire.entities.tagger.Tags;
import dev.storywire.schemas.Entity;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Trains a {@link NameTagger}. The features of the second pass come from models that were not
 * trained on the document (four folds), as when the service tags a document.
 */
public final class NamesTraining {
  private static final int FOLDS = 4;
  private static final int EPOCHS = 8;

  /** Number of adjacent documents that are in the same fold, since they are similar. */
  private static final int BLOCK = 5;

  /** Number of steps from no bias to the largest, one nat. */
  private static final int BIAS_STEPS = 10;

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
   * @return a report for each part
   */
  public static List<NamesEvaluation.Report> leaveOut(
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
      NameTagger tagger = NameTagger.of(train(seen, gazetteer), gazetteer, language);
      parts.add(
          NamesEvaluation.evaluate(
              tagger, documents.subList(bounds.get(part - 1), bounds.get(part)), nanoTime));
    }
    return parts;
  }

  private static List<TaggedText> texts(List<Path> files) {
    return files.stream().flatMap(file -> ColumnFile.read(file).stream()).toList();
  }

  static TagModel train(List<TaggedText> texts, Gazetteer gazetteer) {
    CaseLexicon lexicon = new CaseLexicon(new Int2IntOpenHashMap());
    List<TrainingDocument> documents =
        texts.stream().map(text -> new TrainingDocument(text, gazetteer)).toList();
    documents.forEach(document -> document.countIn(lexicon));
    NameLexicon names = names(documents, gazetteer);
    documents.forEach(document -> document.readFeatures(lexicon, names));
    List<FittedModel> others = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      List<TrainingDocument> rest = without(fold, documents);
      others.add(fit(rest, lexicon, names(rest, gazetteer), EPOCHS / 2));
    }
    List<NameTagger> taggers = taggers(others, 0, gazetteer);
    NamedWords named = new NamedWords();
    for (int d = 0; d < documents.size(); d++) {
      documents.get(d).readSecondPassFeatures(taggers.get(fold(d)));
      if (gazetteer.capitalisesNouns()) {
        named.count(texts.get(d), taggers.get(fold(d)).firstTags(texts.get(d).text()));
      }
    }
    double bias = gazetteer.capitalisesNouns() ? bestBias(texts, others, gazetteer) : 0;
    return fit(documents, lexicon, names, EPOCHS).quantised(bias, named.common());
  }

  /** Counts the words in names, if the language capitalises all nouns. */
  private static NameLexicon names(List<TrainingDocument> documents, Gazetteer gazetteer) {
    if (!gazetteer.capitalisesNouns()) {
      return NameLexicon.NONE;
    }
    NameLexicon names = new NameLexicon();
    documents.forEach(document -> document.countIn(names));
    return names;
  }

  /**
   * Returns the bias with the highest F1 of persons, organisations and places in the documents that
   * each model was not trained on. Where all nouns are capitalised, most candidates are not names,
   * and the most probable tags leave out too many names.
   */
  private static double bestBias(
      List<TaggedText> texts, List<FittedModel> others, Gazetteer gazetteer) {
    double best = 0;
    double bestF1 = 0;
    for (int step = 0; step <= BIAS_STEPS; step++) {
      double bias = (double) step / BIAS_STEPS;
      List<NameTagger> taggers = taggers(others, bias, gazetteer);
      Map<Entity.Type, Score> types = new EnumMap<>(Entity.Type.class);
      for (int d = 0; d < texts.size(); d++) {
        byte[] tags = taggers.get(fold(d)).firstTags(texts.get(d).text());
        NamesEvaluation.count(Tags.mentions(texts.get(d).tags()), Tags.mentions(tags), types);
      }
      double f1 = new NamesEvaluation.Report(types, 0).names().f1();
      if (f1 > bestF1) {
        best = bias;
        bestF1 = f1;
      }
    }
    return best;
  }

  private static List<NameTagger> taggers(
      List<FittedModel> models, double bias, Gazetteer gazetteer) {
    return models.stream()
        .map(model -> new NameTagger(model.quantised(bias, CommonWords.NONE), gazetteer))
        .toList();
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

  private static FittedModel fit(
      List<TrainingDocument> documents, CaseLexicon lexicon, NameLexicon names, int epochs) {
    IntOpenHashSet seen = new IntOpenHashSet();
    documents.forEach(document -> document.addFeatures(seen));
    int[] features = seen.intStream().sorted().toArray();
    Int2IntOpenHashMap numbers = new Int2IntOpenHashMap(features.length);
    for (int f = 0; f < features.length; f++) {
      numbers.put(features[f], f);
    }
    CrfTrainer trainer = new CrfTrainer(features.length);
    trainer.train(documents.stream().map(document -> document.chain(numbers)).toList(), epochs);
    return new FittedModel(features, trainer.weights(), trainer.transitions(), lexicon, names);
  }
}
