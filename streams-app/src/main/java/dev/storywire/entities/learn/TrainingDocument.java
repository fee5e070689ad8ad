package dev.storywire.entities.learn;

import dev.storywire.entities.tagger.CandidateTokens;
import dev.storywire.entities.tagger.CaseLexicon;
import dev.storywire.entities.tagger.CommonWords;
import dev.storywire.entities.tagger.DocumentWords;
import dev.storywire.entities.tagger.FirstPassTags;
import dev.storywire.entities.tagger.Gazetteer;
import dev.storywire.entities.tagger.HabitTable;
import dev.storywire.entities.tagger.NameLexicon;
import dev.storywire.entities.tagger.NameTagger;
import dev.storywire.entities.tagger.TagFeatures;
import dev.storywire.entities.tagger.Tags;
import dev.storywire.entities.tagger.WordHabits;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;

/**
 * A training document: the features and tags of its candidate tokens. The tags of other tokens
 * (names in lower case) become O.
 */
final class TrainingDocument {
  private final TaggedText document;
  private final Gazetteer gazetteer;
  private final DocumentWords words;
  private final CandidateTokens candidates;
  private final byte[] tags;
  private int[][] features = {};
  private int[][] secondPassFeatures = {};

  TrainingDocument(TaggedText document, Gazetteer gazetteer) {
    this.document = document;
    this.gazetteer = gazetteer;
    this.words = new DocumentWords(document.text());
    this.candidates = new CandidateTokens(words, gazetteer, CommonWords.NONE);
    this.tags = new byte[candidates.count()];
    for (int k = 0; k < tags.length; k++) {
      byte tag = document.tags()[candidates.token(k)];
      boolean begins = k == 0 || candidates.endsRun(k - 1);
      tags[k] = Tags.mayFollow(begins ? Tags.OUTSIDE : tags[k - 1], tag) ? tag : Tags.OUTSIDE;
    }
  }

  void countIn(CaseLexicon lexicon) {
    lexicon.count(words);
  }

  void countIn(NameLexicon names) {
    names.count(words, document.tags());
  }

  /** Computes the features, with lexicons of the other documents. */
  void readFeatures(CaseLexicon counted, NameLexicon names) {
    NameLexicon otherNames = names.without(words, document.tags());
    HabitTable habits = HabitTable.of(words.lower, counted.without(words), otherNames);
    TagFeatures reader =
        new TagFeatures(words, gazetteer, new WordHabits(words, habits, otherNames));
    features = new int[tags.length][];
    for (int k = 0; k < tags.length; k++) {
      reader.read(candidates.token(k));
      features[k] = reader.toArray();
    }
  }

  /**
   * Computes the additional features of the second pass, with a model that was not trained on this
   * document.
   */
  void readSecondPassFeatures(NameTagger others) {
    FirstPassTags firstReading = new FirstPassTags(words, others.firstTags(document.text()));
    WordHabits none = new WordHabits(words, HabitTable.NONE, NameLexicon.NONE);
    TagFeatures reader = new TagFeatures(words, gazetteer, none);
    secondPassFeatures = new int[tags.length][];
    for (int k = 0; k < tags.length; k++) {
      firstReading.read(candidates.token(k), reader);
      secondPassFeatures[k] = reader.toArray();
    }
  }

  void addFeatures(IntOpenHashSet seen) {
    for (int[][] rows : new int[][][] {features, secondPassFeatures}) {
      for (int[] row : rows) {
        for (int feature : row) {
          seen.add(feature);
        }
      }
    }
  }

  /** Returns the document for the trainer. Features without a number are omitted. */
  TrainingChain chain(Int2IntOpenHashMap numbers) {
    boolean[] runEnds = new boolean[tags.length];
    for (int k = 0; k < tags.length; k++) {
      runEnds[k] = candidates.endsRun(k);
    }
    return new TrainingChain(
        numbered(features, numbers), numbered(secondPassFeatures, numbers), tags, runEnds);
  }

  private static int[][] numbered(int[][] rows, Int2IntOpenHashMap numbers) {
    int[][] result = new int[rows.length][];
    for (int k = 0; k < rows.length; k++) {
      result[k] = Arrays.stream(rows[k]).filter(numbers::containsKey).map(numbers::get).toArray();
    }
    return result;
  }
}
