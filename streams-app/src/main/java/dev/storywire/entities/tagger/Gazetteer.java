package dev.storywire.entities.tagger;

import dev.storywire.text.TextFile;
import dev.storywire.text.WordHash;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lists of names by kind: countries, cities, regions, nationalities and languages, given and family
 * names; and common words in names of organisations, places, persons and events. They are features
 * of the tagger, not rules. The lists are resources with one name per line; each states its source
 * in its first lines.
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

  /** Additional bit for a token that continues a name. */
  public static final int CONTINUES = 1 << KINDS.length;

  /** Companies, media, clubs and parties. There is no English list. */
  static final int ORGANISATIONS = CONTINUES << 1;

  /** The kinds that are also common nouns. */
  static final int COMMON_NOUNS = 0b1111 << 6;

  static final int COUNTRIES_AND_REGIONS = 0b101;
  static final int PLACES = 0b111;
  static final int GIVEN_NAMES = 1 << 4;
  static final int PERSONS_AND_PLACES = 0b110111;

  private static final int MAX_TOKENS = 4;
  private static final int FILTER_BITS = 21;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private final Int2IntOpenHashMap kinds = new Int2IntOpenHashMap(1 << 16);

  /** The kinds of single words that are common nouns, a small part of the table. */
  private final Int2IntOpenHashMap nouns = new Int2IntOpenHashMap();

  private final IntOpenHashSet joiners = new IntOpenHashSet();
  private final IntOpenHashSet inner = new IntOpenHashSet();
  private final IntOpenHashSet lowerCaseNames = new IntOpenHashSet();

  /**
   * A bit for each key that may be in {@link #kinds} or begin a longer name there. Most words are
   * in no list, and the bits fit into the processor's caches.
   */
  private final long[] mayBegin = new long[1 << (FILTER_BITS - 6)];

  private final boolean isGerman;
  private final int longestBeginning;
  private final int longestEnding;

  private Gazetteer(String language) {
    this.isGerman = language.equals("de");
    this.longestBeginning = isGerman ? 6 : 4;
    this.longestEnding = language.equals("en") ? 4 : 6;
  }

  /**
   * Loads the lists of a language, and the English ones, which are used for all languages.
   *
   * @param language one of {@link NameTagger#LANGUAGES}
   */
  public static Gazetteer load(String language) {
    Gazetteer gazetteer = new Gazetteer(language);
    gazetteer.readAll("gazetteer/");
    if (!language.equals("en")) {
      gazetteer.readAll("gazetteer/" + language + "/");
      gazetteer.read("gazetteer/" + language + "/organisations.txt", ORGANISATIONS);
      readWords("gazetteer/" + language + "/inner-joiners.txt", gazetteer.inner);
      readWords("gazetteer/" + language + "/lower-case-names.txt", gazetteer.lowerCaseNames);
    }
    return gazetteer;
  }

  private void readAll(String directory) {
    for (int k = 0; k < KINDS.length; k++) {
      if (Gazetteer.class.getResource(directory + KINDS[k] + ".txt") != null) {
        read(directory + KINDS[k] + ".txt", 1 << k);
      }
    }
    readWords(directory + "joiners.txt", joiners);
    readWords(directory + "inner-joiners.txt", joiners);
  }

  private static void readWords(String resource, IntOpenHashSet words) {
    if (Gazetteer.class.getResource(resource) != null) {
      lines(resource).forEach(word -> words.add(WordHash.ofLower(word)));
    }
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

  /** Adds a name and, for a German proper name, its genitive: Berlin, Berlins. */
  private void addForms(String name, int kind) {
    add(name, kind);
    if (isGerman && !name.endsWith("s") && (kind & COMMON_NOUNS) == 0) {
      add(name + "s", kind);
    }
  }

  /**
   * Returns the maximum length of suffix features, which is higher for languages with compounds.
   */
  int longestEnding() {
    return longestEnding;
  }

  /** Returns the maximum length of prefix features: German compounds begin with their own noun. */
  int longestBeginning() {
    return longestBeginning;
  }

  /** Returns true if the language capitalises all nouns. */
  public boolean capitalisesNouns() {
    return isGerman;
  }

  /** Returns true if a word or mark may occur inside a name: of, van der, &amp;. */
  boolean isJoiner(int lowerHash) {
    return joiners.contains(lowerHash);
  }

  /**
   * Returns true if a joiner counts only between two capitalised words of a name, because it is
   * frequent next to capitalised nouns.
   */
  boolean isInner(int lowerHash) {
    return inner.contains(lowerHash);
  }

  /** Returns true if a word is a name although it is in lower case: dpa, taz. */
  boolean isLowerCaseName(int lowerHash) {
    return lowerCaseNames.contains(lowerHash);
  }

  /** Returns the element with the bit of a key. The bit is given by the low bits of the key. */
  private static int filterWord(int key) {
    return (key >>> 6) & ((1 << (FILTER_BITS - 6)) - 1);
  }

  /** Returns false if no name in the lists begins with a word. */
  boolean mayBegin(int lowerHash) {
    int key = WordHash.mix(0, lowerHash);
    return (mayBegin[filterWord(key)] & 1L << key) != 0;
  }

  /**
   * Returns true if a word is listed as a name of some kinds.
   *
   * @param mask bits of the kinds, such as {@link #PLACES}
   */
  boolean isListed(int lowerHash, int mask) {
    return (kinds.get(WordHash.mix(0, lowerHash)) & mask) != 0;
  }

  private void add(String name, int kind) {
    String[] tokens = name.split(" ");
    int key = 0;
    for (String token : tokens) {
      key = WordHash.mix(key, WordHash.ofLower(token));
      mayBegin[filterWord(key)] |= 1L << key;
    }
    kinds.put(key, kinds.get(key) | kind);
    if (tokens.length == 1 && (kind & COMMON_NOUNS) != 0) {
      nouns.put(key, nouns.get(key) | kind);
    }
  }

  /**
   * Returns for each token the kinds of the names of which it is a part, as bits. The longest name
   * has precedence.
   */
  int[] kinds(DocumentWords words, WordHabits habits) {
    int[] found = new int[words.word.length];
    for (int i = 0; i < found.length; i++) {
      if (words.hasCapital(i) && found[i] == 0) {
        // in German, most capitalised words are in no list
        if (!isGerman || !habits.isUnlisted(i)) {
          mark(words, i, found);
        }
      } else if (words.kind[i] == DocumentWords.LOWER) {
        found[i] = nouns.get(WordHash.mix(0, words.lower[i]));
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
      boolean begins = (mayBegin[filterWord(key)] & 1L << key) != 0;
      if (!begins && isGerman) {
        break;
      }
      int kind = begins ? kinds.get(key) : 0;
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
