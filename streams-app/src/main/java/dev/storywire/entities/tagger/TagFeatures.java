package dev.storywire.entities.tagger;

import dev.storywire.text.TokenizedText;
import dev.storywire.text.WordHash;
import java.util.Arrays;

/**
 * Computes the hashed features of one token: the words around it with their shapes, prefixes and
 * suffixes, the run of capitalised words around it, the gazetteer, the case of the word in the
 * training texts, and its case elsewhere in the document.
 */
public final class TagFeatures {
  private static final int BEFORE_SENTENCE = 1;
  private static final int AFTER_SENTENCE = 2;
  private static final byte NO_KIND = 8;

  /** Last letters of declined nouns and names in German: Merkels, Russen, Hause. */
  private static final String DECLENSIONS = "sne";

  private final DocumentWords words;
  private final TokenizedText text;
  private final int[] known;
  private final WordHabits habits;
  private final int longestBeginning;
  private final int longestEnding;
  private final boolean isGerman;
  private int[] features = new int[96];
  private int size;
  private int from;
  private int to;

  public TagFeatures(DocumentWords words, Gazetteer gazetteer, WordHabits habits) {
    this.words = words;
    this.text = words.text;
    this.known = gazetteer.kinds(words, habits);
    this.habits = habits;
    this.longestBeginning = gazetteer.longestBeginning();
    this.longestEnding = gazetteer.longestEnding();
    this.isGerman = gazetteer.capitalisesNouns();
  }

  /** Adds all features of token i. */
  public void read(int i) {
    readWord(i);
    readContext(i);
  }

  /** Adds the features of token i that depend on nothing but its word. */
  void readWord(int i) {
    add(1, words.lower[i]);
    add(2, words.word[i]);
    add(30, words.shape[i]);
    readAffixes(i);
  }

  /** Adds the other features of token i. */
  void readContext(int i) {
    from = text.sentenceFrom(words.sentence[i]);
    to = text.sentenceTo(words.sentence[i]);
    readNeighbours(i);
    readShapes(i);
    readRun(i);
    readKnowledge(i);
    if (isGerman) {
      readNames(i);
    }
  }

  /** Adds the weights of the features to nine scores, and clears the features. */
  void addWeights(TagWeights weights, int[] scores, int at) {
    weights.addTo(scores, at, features, size);
    size = 0;
  }

  /** Returns the features, and clears them. */
  public int[] toArray() {
    int[] result = Arrays.copyOf(features, size);
    size = 0;
    return result;
  }

  private void readNeighbours(int i) {
    int here = words.lower[i];
    int before = lower(i - 1);
    int after = lower(i + 1);
    add(3, before);
    add(4, after);
    add(7, WordHash.mix(before, here));
    add(8, WordHash.mix(here, after));
    if (!isGerman) {
      add(5, lower(i - 2));
      add(6, lower(i + 2));
      add(9, WordHash.mix(before, after));
      add(10, WordHash.mix(lower(i - 2), before));
      add(11, WordHash.mix(after, lower(i + 2)));
    }
  }

  private void readAffixes(int i) {
    CharSequence chars = text.text();
    int start = text.start(i);
    int end = text.end(i);
    int length = end - start;
    int hash = WordHash.EMPTY;
    for (int n = 1; n <= longestBeginning && n < length; n++) {
      hash = WordHash.add(hash, WordHash.lower(WordHash.plain(chars.charAt(start + n - 1))));
      if (n > 1) {
        add(n <= 4 ? 18 + n : 7 + n, hash);
      }
    }
    hash = WordHash.EMPTY;
    for (int n = 1; n <= longestEnding && n < length; n++) {
      hash = WordHash.add(hash, WordHash.lower(WordHash.plain(chars.charAt(end - n))));
      add(22 + n, hash);
    }
    if (isGerman) {
      char last = chars.charAt(end - 1);
      boolean declined = length > 4 && DECLENSIONS.indexOf(last) >= 0;
      add(14, declined ? WordHash.remove(words.lower[i], last) : words.lower[i]);
    }
  }

  private void readShapes(int i) {
    int here = words.shape[i];
    int before = shape(i - 1);
    int after = shape(i + 1);
    add(31, WordHash.mix(before, here));
    add(32, WordHash.mix(here, after));
    if (!isGerman) {
      add(33, WordHash.mix(WordHash.mix(before, here), after));
    }
    add(34, WordHash.mix(here, lower(i - 1)));
    add(35, WordHash.mix(here, lower(i + 1)));
    add(36, words.style[words.sentence[i]] * 64 + words.kind[i] * 2 + (i == from ? 1 : 0));
    add(
        37,
        WordHash.mix(kind(i - 2) * 8 + kind(i - 1), kind(i) * 64 + kind(i + 1) * 8 + kind(i + 2)));
    if (to - from < 4) {
      add(38, WordHash.mix(here, (to - from) * 8 + i - from));
    }
  }

  /**
   * Adds the run of capitalised words around i: the word before it, its first and last word, the
   * word after it.
   */
  private void readRun(int i) {
    int first = words.runFrom[i];
    int last = words.runLast[i];
    int place = (i == first ? 0 : 1) + (i == last ? 0 : 2);
    int length = Math.min(last - first, 5);
    addKinds(45, place * 8 + length, known(last));
    addKinds(46, place * 8 + length, known(first));
    addKinds(47, words.kind[i] * 4 + place, known(first - 1));
    addKinds(48, words.kind[i] * 4 + place, known(last + 1));
    addKinds(49, place, nouns(last + 1, last + 7));
    addKinds(39, place, nouns(first - 4, first));
    add(40, WordHash.mix(place, length));
    add(41, WordHash.mix(place, lower(first - 1)));
    add(42, WordHash.mix(place, lower(last + 1)));
    if (last > first) {
      add(43, WordHash.mix(place, lower(first)));
      add(44, WordHash.mix(place, lower(last)));
    }
  }

  private void readKnowledge(int i) {
    int kind = words.kind[i] * 2 + (i == from ? 1 : 0);
    int style = words.style[words.sentence[i]];
    int common = habits.ofCase(i);
    int seen = words.seenElsewhere(i);
    add(50, common * 256 + style * 64 + kind);
    add(51, seen * 256 + style * 64 + kind);
    add(52, WordHash.mix(common * 4 + seen, kind * 64 + style));
    if (i > from && !isGerman) {
      add(53, common * 256 + habits.ofCase(i - 1) * 32 + words.kind[i]);
    }
    if (i + 1 < to && !isGerman) {
      add(54, common * 256 + habits.ofCase(i + 1) * 32 + words.kind[i]);
    }
    add(60, known[i]);
    for (int bits = known[i] & ~Gazetteer.CONTINUES; bits != 0; bits &= bits - 1) {
      int bit = Integer.lowestOneBit(bits);
      add(61, bit * 256 + words.kind[i]);
      add(62, WordHash.mix(bit, common * 4 + seen));
    }
    add(63, WordHash.mix(known(i - 1), known[i]));
    add(64, WordHash.mix(known[i], known(i + 1)));
  }

  /**
   * Adds how often the word and its neighbours are in names. For an unknown word, its longest known
   * ending counts: the last part of a compound.
   */
  private void readNames(int i) {
    int here = habits.inNames(i, from, to);
    int before = habits.inNames(i - 1, from, to);
    add(15, here * 64 + words.kind[i] * 2 + (i == from ? 1 : 0));
    add(16, (here * 8 + before) * 8 + habits.inNames(i + 1, from, to));
    add(17, WordHash.mix(here * 8 + before, lower(i - 1)));
    if (here == 0) {
      int ending = habits.ofEnding(i);
      add(18, ending);
      add(19, WordHash.mix(ending, lower(i - 1)));
    }
  }

  /** Adds a feature for each kind of name in a mask, combined with another value. */
  private void addKinds(int template, int with, int mask) {
    for (int bits = mask; bits != 0; bits &= bits - 1) {
      add(template, with * 64 + Integer.numberOfTrailingZeros(bits));
    }
  }

  /**
   * Returns the kinds of names that the common nouns of a range indicate: a singer, the company,
   * the town of.
   */
  private int nouns(int start, int end) {
    int kinds = 0;
    for (int j = Math.max(start, from); j < Math.min(end, to); j++) {
      kinds |= words.kind[j] == DocumentWords.LOWER ? known[j] : 0;
    }
    return kinds;
  }

  private int lower(int i) {
    return i < from ? BEFORE_SENTENCE : i >= to ? AFTER_SENTENCE : words.lower[i];
  }

  private int shape(int i) {
    return i < from ? BEFORE_SENTENCE : i >= to ? AFTER_SENTENCE : words.shape[i];
  }

  private int kind(int i) {
    return i < from || i >= to ? NO_KIND : words.kind[i];
  }

  private int known(int i) {
    return i < from || i >= to ? 0 : known[i];
  }

  public void add(int template, int value) {
    if (size == features.length) {
      features = Arrays.copyOf(features, 2 * size);
    }
    features[size++] = WordHash.mix(template, value);
  }
}
