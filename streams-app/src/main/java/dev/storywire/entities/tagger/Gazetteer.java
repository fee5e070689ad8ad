package dev.storywire.entities.tagger;

import dev.storywire.text.TextFile;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Names known beforehand, by kind: countries, cities, regions, nationalities and languages, given
 * and family names; and the words that organisations, places, people and events are called by.
 * Evidence for the tagger, never a verdict. The lists are resources, one name a line; each says its
 * source on its first lines.
 */
public final class Gazetteer {
  private static final String[] KINDS = {
    "countries",
    "cities",
    "regions",
    "nationalities",
    "given-names",
    "family-names",
    "organisation-words",
    "place-words",
    "titles",
    "event-words"
  };

  /** Set beside the kinds where a token goes on with a name that began before it. */
  public static final int CONTINUES = 1 << KINDS.length;

  /** The kinds that are common nouns too. */
  private static final int COMMON_NOUNS = 0b1111 << 6;

  private static final int MAX_TOKENS = 4;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private final Int2IntOpenHashMap kinds = new Int2IntOpenHashMap(1 << 16);

  private Gazetteer() {}

  public static Gazetteer load() {
    Gazetteer gazetteer = new Gazetteer();
    for (int k = 0; k < KINDS.length; k++) {
      gazetteer.read("gazetteer/" + KINDS[k] + ".txt", 1 << k);
    }
    return gazetteer;
  }

  private void read(String resource, int kind) {
    for (String line : TextFile.shipped(Gazetteer.class, resource)) {
      if (!line.startsWith("#")) {
        add(line, kind);
        add(MARKS.matcher(Normalizer.normalize(line, Normalizer.Form.NFD)).replaceAll(""), kind);
      }
    }
  }

  private void add(String name, int kind) {
    int key = 0;
    for (String token : name.split(" ")) {
      key = WordHash.mix(key, WordHash.ofLower(token));
    }
    kinds.put(key, kinds.get(key) | kind);
  }

  /** For each token the kinds of the names it is part of, as bits; the longest name wins. */
  public int[] kinds(DocumentWords words) {
    int[] found = new int[words.word.length];
    for (int i = 0; i < found.length; i++) {
      if (words.hasCapital(i) && found[i] == 0) {
        mark(words, i, found);
      } else if (words.kind[i] == DocumentWords.LOWER) {
        found[i] = kinds.get(WordHash.mix(0, words.lower[i])) & COMMON_NOUNS;
      }
    }
    return found;
  }

  private void mark(DocumentWords words, int from, int[] found) {
    int end = Math.min(words.text.sentenceTo(words.sentence[from]), from + MAX_TOKENS);
    int key = 0;
    int bestEnd = from;
    int best = 0;
    for (int i = from; i < end; i++) {
      key = WordHash.mix(key, words.lower[i]);
      int kind = kinds.get(key);
      if (kind != 0) {
        best = kind;
        bestEnd = i + 1;
      }
    }
    for (int i = from; i < bestEnd; i++) {
      found[i] = best | (i > from ? CONTINUES : 0);
    }
  }
}
