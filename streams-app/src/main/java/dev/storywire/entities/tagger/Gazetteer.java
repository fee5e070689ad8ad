package dev.storywire.entities.tagger;

import dev.storywire.text.TextFile;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names known beforehand, by kind: countries, cities, regions, nationalities and languages, given
 * and family names; and the words that organisations, places, people and events are called by.
 * Evidence for the tagger, never a verdict. The lists are resources, one name a line; each states
 * its source on its first lines.
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

  /** Companies, media, clubs and parties; no list in English. */
  static final int ORGANISATIONS = CONTINUES << 1;

  /** The kinds that are common nouns too. */
  private static final int COMMON_NOUNS = 0b1111 << 6;

  private static final int MAX_TOKENS = 4;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private final Int2IntOpenHashMap kinds = new Int2IntOpenHashMap(1 << 16);
  private final IntOpenHashSet joiners = new IntOpenHashSet();
  private final String genitive;
  private final int longestEnding;

  private Gazetteer(String language) {
    this.genitive = language.equals("de") ? "s" : "";
    this.longestEnding = language.equals("en") ? 4 : 6;
  }

  /**
   * The lists for a language: those for all, in English, and its own. English names stand in the
   * news of every language.
   *
   * @param language one of {@link NameTagger#LANGUAGES}
   */
  public static Gazetteer load(String language) {
    Gazetteer gazetteer = new Gazetteer(language);
    gazetteer.readAll("gazetteer/");
    if (!language.equals("en")) {
      gazetteer.readAll("gazetteer/" + language + "/");
      gazetteer.read("gazetteer/" + language + "/organisations.txt", ORGANISATIONS);
    }
    return gazetteer;
  }

  private void readAll(String directory) {
    for (int k = 0; k < KINDS.length; k++) {
      if (Gazetteer.class.getResource(directory + KINDS[k] + ".txt") != null) {
        read(directory + KINDS[k] + ".txt", 1 << k);
      }
    }
    lines(directory + "joiners.txt").forEach(word -> joiners.add(WordHash.ofLower(word)));
  }

  private void read(String resource, int kind) {
    lines(resource)
        .forEach(
            name -> {
              addForms(name, kind);
              addForms(MARKS.matcher(Normalizer.normalize(name, Form.NFD)).replaceAll(""), kind);
            });
  }

  private static Stream<String> lines(String resource) {
    return TextFile.shipped(Gazetteer.class, resource).stream()
        .filter(line -> !line.startsWith("#"));
  }

  /** Adds a name and, for a name proper, its genitive: Berlin, Berlins. */
  private void addForms(String name, int kind) {
    add(name, kind);
    if (!genitive.isEmpty() && !name.endsWith(genitive) && (kind & COMMON_NOUNS) == 0) {
      add(name + genitive, kind);
    }
  }

  /** The most letters of a word's ending that carry meaning: more where words are compounds. */
  int longestEnding() {
    return longestEnding;
  }

  /** Whether a word or mark may stand inside a name: of, van der, &amp;. */
  boolean isJoiner(int lowerHash) {
    return joiners.contains(lowerHash);
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
