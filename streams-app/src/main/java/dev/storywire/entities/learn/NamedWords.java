package dev.storywire.entities.learn;

import dev.storywire.entities.tagger.CommonWords;
import dev.storywire.entities.tagger.DocumentWords;
import dev.storywire.entities.tagger.Tags;
import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;

/** Counts how often each capitalised word is part of a name, to find the {@link CommonWords}. */
final class NamedWords {
  /** Largest share of the occurrences of a common word that are in a name. */
  private static final double LARGEST_SHARE = 0.03;

  private final Int2IntOpenHashMap occurrences = new Int2IntOpenHashMap();
  private final Int2IntOpenHashMap inNames = new Int2IntOpenHashMap();

  /**
   * Counts a document. A word is in a name if the annotation or a model says so.
   *
   * @param found tags by a model that was not trained on the document
   */
  void count(TaggedText document, byte[] found) {
    DocumentWords words = new DocumentWords(document.text());
    for (int i = 0; i < found.length; i++) {
      if (words.hasCapital(i)) {
        occurrences.addTo(words.lower[i], 1);
        boolean named = document.tags()[i] != Tags.OUTSIDE || found[i] != Tags.OUTSIDE;
        inNames.addTo(words.lower[i], named ? 1 : 0);
      }
    }
  }

  CommonWords common() {
    IntOpenHashSet common = new IntOpenHashSet();
    for (Int2IntMap.Entry word : occurrences.int2IntEntrySet()) {
      if (inNames.get(word.getIntKey()) <= LARGEST_SHARE * word.getIntValue()) {
        common.add(word.getIntKey());
      }
    }
    return new CommonWords(common);
  }
}
