package dev.storywire.entities.tagger;

import dev.storywire.text.TokenizedText;
import dev.storywire.text.WordHash;
import java.util.Set;

/**
 * The words of a document for the tagger: hashes, shapes and case of each token, the style of each
 * sentence, and the case of a word elsewhere in the document.
 */
public final class DocumentWords {
  // kinds of tokens
  public static final byte PUNCTUATION = 0;
  public static final byte NUMBER = 1;
  public static final byte LOWER = 2;
  public static final byte CAPITALISED = 3;
  public static final byte CAPITALS = 4;
  public static final byte MIXED = 5;
  public static final byte INITIAL = 6;
  public static final byte UNCASED = 7;

  // styles of sentences
  public static final byte RUNNING = 0;
  public static final byte HEADLINE = 1;
  public static final byte SHOUTED = 2;

  private static final Set<String> POSSESSIVES = Set.of("'", "’", "'s", "’s");

  public final TokenizedText text;
  public final int[] word;
  public final int[] lower;
  public final int[] shape;
  public final byte[] kind;
  public final int[] sentence;

  /** Number of each distinct word, ignoring case; less than {@link #distinct()}. */
  public final int[] id;

  /**
   * The first token of the run of capitalised words that ends before each token; the token itself
   * if there is none.
   */
  public final int[] runFrom;

  /** The last token of the run of capitalised words that begins after each token. */
  public final int[] runLast;

  public final byte[] style;
  private final byte[] seen;
  private int distinct;

  private static final int SEEN_LOWER = 1;
  private static final int SEEN_CAPITALISED = 2;

  public DocumentWords(TokenizedText text) {
    int count = text.tokenCount();
    this.text = text;
    this.word = new int[count];
    this.lower = new int[count];
    this.shape = new int[count];
    this.kind = new byte[count];
    this.sentence = new int[count];
    this.style = new byte[text.sentenceCount()];
    this.id = new int[count];
    this.runFrom = new int[count];
    this.runLast = new int[count];
    for (int i = 0; i < count; i++) {
      read(i, text.text().charAt(text.start(i)));
    }
    number();
    this.seen = new byte[distinct];
    for (int s = 0; s < text.sentenceCount(); s++) {
      style[s] = styleOf(s);
      remember(s);
      findRuns(text.sentenceFrom(s), text.sentenceTo(s));
    }
  }

  public boolean isFirst(int i) {
    return text.sentenceFrom(sentence[i]) == i;
  }

  public boolean hasCapital(int i) {
    return kind[i] >= CAPITALISED;
  }

  /**
   * Returns 1 if the word occurs in lower case in the document, plus 2 if it is capitalised in
   * running text.
   */
  public int seenElsewhere(int i) {
    return seen[id[i]];
  }

  /** Returns true if the word is capitalised in running text of the document. */
  boolean isCapitalisedElsewhere(int i) {
    return (seen[id[i]] & SEEN_CAPITALISED) != 0;
  }

  /** Capitalises token i, or writes it in lower case. */
  void recase(int i, boolean capital) {
    char first = text.text().charAt(text.start(i));
    read(i, capital ? Character.toUpperCase(first) : WordHash.lower(first));
    seen[id[i]] = (byte) (capital ? SEEN_CAPITALISED : seen[id[i]] | SEEN_LOWER);
  }

  /** Treats a sentence as running text, after its tokens were recased. */
  void treatAsRunning(int s) {
    style[s] = RUNNING;
    findRuns(text.sentenceFrom(s), text.sentenceTo(s));
  }

  /**
   * Reads token i.
   *
   * @param first its first char, or the same in another case
   */
  private void read(int i, char first) {
    CharSequence chars = text.text();
    int hash = WordHash.EMPTY;
    int lowerHash = WordHash.EMPTY;
    int shapeHash = WordHash.EMPTY;
    int upper = 0;
    int letters = 0;
    int uncased = 0;
    int digits = 0;
    char last = 0;
    boolean firstUpper = false;
    for (int at = text.start(i); at < text.end(i); at++) {
      char c = WordHash.plain(at == text.start(i) ? first : chars.charAt(at));
      char form = LetterForms.of(c);
      hash = WordHash.add(hash, c);
      lowerHash = WordHash.add(lowerHash, WordHash.lower(c));
      shapeHash = form == last ? shapeHash : WordHash.add(shapeHash, form);
      last = form;
      switch (form) {
        case 'X' -> {
          firstUpper |= letters == 0;
          letters++;
          upper++;
        }
        case 'x' -> letters++;
        case 'd' -> digits++;
        case 'u' -> uncased++;
        default -> {}
      }
    }
    word[i] = hash;
    lower[i] = lowerHash;
    kind[i] = kindOf(letters, upper, uncased, digits, firstUpper);
    shape[i] = WordHash.mix(shapeHash, Math.min(text.end(i) - text.start(i), 4));
  }

  private static byte kindOf(int letters, int upper, int uncased, int digits, boolean firstUpper) {
    if (letters + uncased == 0) {
      return digits > 0 ? NUMBER : PUNCTUATION;
    }
    if (upper == 0) {
      return uncased > 0 ? UNCASED : LOWER;
    }
    if (upper == letters) {
      return letters == 1 ? INITIAL : CAPITALS;
    }
    return firstUpper && upper == 1 ? CAPITALISED : MIXED;
  }

  private byte styleOf(int s) {
    int low = 0;
    int capitalised = 0;
    int capitals = 0;
    for (int i = text.sentenceFrom(s); i < text.sentenceTo(s); i++) {
      sentence[i] = s;
      boolean longWord = text.end(i) - text.start(i) > 3;
      if (longWord && kind[i] == LOWER) {
        low++;
      } else if (kind[i] == CAPITALISED && longWord) {
        capitalised++;
      } else if (kind[i] == CAPITALS) {
        capitals++;
      }
    }
    if (capitals > 2 && low + capitalised <= capitals / 4) {
      return SHOUTED;
    }
    return capitalised > 2 && low <= capitalised / 4 ? HEADLINE : RUNNING;
  }

  private void findRuns(int from, int to) {
    for (int i = from; i < to; i++) {
      runFrom[i] = i > from && hasCapital(i - 1) ? runFrom[i - 1] : i;
    }
    for (int i = to - 1; i >= from; i--) {
      runLast[i] = i + 1 < to && hasCapital(i + 1) ? runLast[i + 1] : i;
    }
  }

  private void remember(int s) {
    for (int i = text.sentenceFrom(s); i < text.sentenceTo(s); i++) {
      if (kind[i] == LOWER) {
        seen[id[i]] |= SEEN_LOWER;
      } else if (hasCapital(i) && style[s] == RUNNING && i > text.sentenceFrom(s)) {
        seen[id[i]] |= SEEN_CAPITALISED;
      }
    }
  }

  private void number() {
    int mask = (Integer.highestOneBit(Math.max(id.length, 4)) << 2) - 1;
    int[] firstAt = new int[mask + 1];
    for (int i = 0; i < id.length; i++) {
      int slot = WordHash.mix(lower[i], 0) & mask;
      while (firstAt[slot] != 0 && lower[firstAt[slot] - 1] != lower[i]) {
        slot = (slot + 1) & mask;
      }
      if (firstAt[slot] == 0) {
        firstAt[slot] = i + 1;
        id[i] = distinct++;
      } else {
        id[i] = id[firstAt[slot] - 1];
      }
    }
  }

  /** Returns true if a possessive mark follows token i: Philips ', Merkel 's. */
  boolean isPossessive(int i) {
    return i + 1 < size() && POSSESSIVES.contains(text.token(i + 1));
  }

  /** Returns the number of tokens. */
  public int size() {
    return word.length;
  }

  /** Returns the number of distinct words, ignoring case. */
  public int distinct() {
    return distinct;
  }
}
