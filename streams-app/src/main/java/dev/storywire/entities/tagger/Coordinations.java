package dev.storywire.entities.tagger;

import dev.storywire.schemas.Entity;
import dev.storywire.text.WordHash;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Corrects the tags of coordinated names of one word, which are usually of one type: in "Xarn, Lind
 * and Holt", Xarn is a person if Lind is one, and in "the IMF, WHO and EU", WHO is an organisation
 * if the IMF is one.
 */
final class Coordinations {
  private static final byte PERSON = (byte) Tags.begin(Entity.Type.PER);
  private static final byte ORGANISATION = (byte) Tags.begin(Entity.Type.ORG);
  private static final byte PLACE = (byte) Tags.begin(Entity.Type.LOC);

  private static final int COMMA = WordHash.of(",", 0, 1);

  private static final IntSet CONJUNCTIONS =
      IntSet.of(WordHash.of("and", 0, 3), WordHash.of("or", 0, 2), WordHash.of("&", 0, 1));

  private static final Pattern ROMAN_NUMERAL = Pattern.compile("[IVX]+");

  /** Verbs whose subjects are persons. */
  private static final Set<String> OF_PERSONS =
      Set.of(
          "resigned",
          "testified",
          "retired",
          "married",
          "died",
          "pleaded",
          "apologised",
          "apologized",
          "embraced",
          "laughed",
          "smiled",
          "wept",
          "sang",
          "wrote",
          "thinks",
          "believes",
          "believed",
          "argued",
          "told");

  private final CaseLexicon lexicon;
  private final Gazetteer gazetteer;
  private final Set<String> notNames;

  Coordinations(CaseLexicon lexicon, Gazetteer gazetteer, Set<String> notNames) {
    this.lexicon = lexicon;
    this.gazetteer = gazetteer;
    this.notNames = notNames;
  }

  void apply(DocumentWords words, byte[] tags) {
    for (int i = 0; i < tags.length; i++) {
      if (isSingle(words, i)) {
        List<Integer> members = members(words, i);
        if (hasConjunction(words, members)) {
          unify(words, members, tags);
        }
        i = members.get(members.size() - 1);
      }
    }
  }

  /**
   * Returns the capitalised words that are joined by commas and conjunctions, beginning with token
   * i.
   */
  private static List<Integer> members(DocumentWords words, int i) {
    List<Integer> members = new ArrayList<>();
    int end = words.text.sentenceTo(words.sentence[i]);
    for (int at = i; at < end && isSingle(words, at); ) {
      members.add(at);
      int next = at + 1;
      next += next < end && words.word[next] == COMMA ? 1 : 0;
      next += next < end && isConjunction(words, next) ? 1 : 0;
      at = next == at + 1 ? end : next;
    }
    return members;
  }

  private static boolean hasConjunction(DocumentWords words, List<Integer> members) {
    return members.stream().skip(1).anyMatch(i -> isConjunction(words, i - 1));
  }

  private static boolean isConjunction(DocumentWords words, int i) {
    return CONJUNCTIONS.contains(words.word[i]);
  }

  /** Returns true for a capitalised word that is not next to another one. */
  private static boolean isSingle(DocumentWords words, int i) {
    return words.hasCapital(i) && words.runFrom[i] == words.runLast[i];
  }

  private static boolean isAcronym(DocumentWords words, int i) {
    return words.kind[i] == DocumentWords.CAPITALS
        && !ROMAN_NUMERAL.matcher(words.text.token(i)).matches();
  }

  private void unify(DocumentWords words, List<Integer> members, byte[] tags) {
    if (members.stream().anyMatch(i -> tags[i] == PERSON)) {
      boolean act = OF_PERSONS.contains(wordAfter(words, members));
      members.stream()
          .filter(i -> tags[i] == Tags.OUTSIDE || (act && tags[i] == PLACE))
          .filter(i -> isUnknown(words, i))
          .forEach(i -> tags[i] = PERSON);
    } else if (members.stream().allMatch(i -> isAcronym(words, i))
        && members.stream().anyMatch(i -> tags[i] == ORGANISATION)) {
      members.stream()
          .filter(i -> tags[i] == Tags.OUTSIDE && !notNames.contains(words.text.token(i)))
          .forEach(i -> tags[i] = ORGANISATION);
    }
  }

  private static String wordAfter(DocumentWords words, List<Integer> members) {
    int next = members.get(members.size() - 1) + 1;
    return next < words.size() ? words.text.token(next) : "";
  }

  /**
   * Returns true if nothing but the form of a word led to its tag: neither the training texts nor
   * the lists of places contain it. An abbreviation (Co.) is not the name of a person.
   */
  private boolean isUnknown(DocumentWords words, int i) {
    return words.kind[i] == DocumentWords.CAPITALISED
        && !words.text.token(i).endsWith(".")
        && lexicon.habit(words.lower[i]) == 0
        && !gazetteer.isListed(words.lower[i], Gazetteer.PLACES);
  }
}
