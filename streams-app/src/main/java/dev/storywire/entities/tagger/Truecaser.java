package dev.storywire.entities.tagger;

import dev.storywire.text.WordHash;
import java.util.Locale;

/**
 * Restores the likely case of the words in sentences whose case does not show the names
 * (truecasing; Lita et al., 2003): the headline of an article in title case, and a sentence without
 * capitals. The case of a word in the training texts decides.
 */
final class Truecaser {
  /**
   * Minimum number of sentences of an article whose headline is changed. The story models were
   * trained with the names that are found in the title case of headlines without text.
   */
  private static final int MIN_SENTENCES = 4;

  /** Minimum number of words of a sentence without capitals. Shorter ones are fragments. */
  private static final int MIN_WORDS = 4;

  /** Endings of inflected words, each followed by what replaces it in the base form. */
  private static final String[][] INFLECTIONS = {
    {"s", ""}, {"es", ""}, {"ies", "y"}, {"ed", ""}, {"d", ""}, {"ing", ""}, {"ing", "e"}
  };

  private final CaseLexicon lexicon;
  private final Gazetteer gazetteer;

  Truecaser(CaseLexicon lexicon, Gazetteer gazetteer) {
    this.lexicon = lexicon;
    this.gazetteer = gazetteer;
  }

  void apply(DocumentWords words) {
    if (words.style.length >= MIN_SENTENCES
        && words.style[0] == DocumentWords.HEADLINE
        && !endsWithPeriod(words, 0)) {
      lowerCommonWords(words, 0);
    }
    for (int s = 0; s < words.style.length; s++) {
      if (words.style[s] == DocumentWords.RUNNING && hasNoCapital(words, s)) {
        capitaliseNames(words, s);
      }
    }
  }

  /** Returns true if a sentence is no headline. */
  private static boolean endsWithPeriod(DocumentWords words, int s) {
    return words.text.token(words.text.sentenceTo(s) - 1).equals(".");
  }

  private static boolean hasNoCapital(DocumentWords words, int s) {
    int count = 0;
    for (int i = words.text.sentenceFrom(s); i < words.text.sentenceTo(s); i++) {
      if (words.hasCapital(i)) {
        return false;
      }
      count += words.kind[i] == DocumentWords.LOWER ? 1 : 0;
    }
    return count >= MIN_WORDS;
  }

  private void lowerCommonWords(DocumentWords words, int s) {
    for (int i = words.text.sentenceFrom(s) + 1; i < words.text.sentenceTo(s); i++) {
      if (words.kind[i] == DocumentWords.CAPITALISED
          && !words.isCapitalisedElsewhere(i)
          && isCommon(words, i)) {
        words.recase(i, false);
      }
    }
    words.treatAsRunning(s);
  }

  /**
   * Returns true if the training texts hardly ever capitalise a word or, if they do not contain it,
   * its base form.
   */
  private boolean isCommon(DocumentWords words, int i) {
    int hash = words.lower[i];
    return lexicon.isCommon(hash)
        || (lexicon.habit(hash) == 0
            && !gazetteer.isListed(hash, Gazetteer.PERSONS_AND_PLACES)
            && hasCommonBase(words.text.token(i).toLowerCase(Locale.ROOT)));
  }

  private boolean hasCommonBase(String word) {
    for (String[] inflection : INFLECTIONS) {
      if (word.endsWith(inflection[0])) {
        String stem = word.substring(0, word.length() - inflection[0].length());
        if (stem.length() > 2 && lexicon.isCommon(WordHash.ofLower(stem + inflection[1]))) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Removes the tags of common nouns that were capitalised here and stand by themselves: the
   * training texts have "bank" and "union" mostly in names.
   */
  void dropCommonNouns(DocumentWords words, byte[] tags) {
    for (int i = 0; i < tags.length; i++) {
      if (tags[i] != Tags.OUTSIDE
          && Tags.isSingle(tags, i, Tags.type(tags[i]))
          && Character.isLowerCase(words.text.text().charAt(words.text.start(i)))
          && gazetteer.isListed(words.lower[i], Gazetteer.COMMON_NOUNS)) {
        tags[i] = Tags.OUTSIDE;
      }
    }
  }

  private void capitaliseNames(DocumentWords words, int s) {
    for (int i = words.text.sentenceFrom(s); i < words.text.sentenceTo(s); i++) {
      if (words.kind[i] == DocumentWords.LOWER && isName(words, s, i)) {
        words.recase(i, true);
      }
    }
    words.treatAsRunning(s);
  }

  /**
   * Returns true if the training texts mostly capitalise a word. A word that they do not contain is
   * a name if it is listed or if it follows a given name.
   */
  private boolean isName(DocumentWords words, int s, int i) {
    int habit = lexicon.habit(words.lower[i]);
    return habit == 0
        ? gazetteer.isListed(words.lower[i], Gazetteer.PERSONS_AND_PLACES)
            || (i > words.text.sentenceFrom(s)
                && words.hasCapital(i - 1)
                && gazetteer.isListed(words.lower[i - 1], Gazetteer.GIVEN_NAMES))
        : habit >= CaseLexicon.MOSTLY;
  }
}
