package dev.storywire.entities;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Trains a {@link NameTagger}. The features of the second reading come from first readings by
 * models that had not seen the document (four folds), as they will in use.
 */
final class NamesTraining {
  private static final int FOLDS = 4;
  private static final int EPOCHS = 8;

  /** Neighbouring documents are alike; they go into a fold together. */
  private static final int BLOCK = 5;

  /** Features seen less often are left out. */
  private static final int MIN_COUNT = 2;

  private NamesTraining() {}

  static TagModel train(List<TaggedText> texts) {
    Gazetteer gazetteer = Gazetteer.load();
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
    Int2IntOpenHashMap counts = new Int2IntOpenHashMap();
    documents.forEach(document -> document.countFeatures(counts));
    int[] features =
        counts.int2IntEntrySet().stream()
            .filter(entry -> entry.getIntValue() >= MIN_COUNT)
            .mapToInt(Int2IntMap.Entry::getIntKey)
            .sorted()
            .toArray();
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
