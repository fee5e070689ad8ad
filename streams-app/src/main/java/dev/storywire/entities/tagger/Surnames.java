package dev.storywire.entities.tagger;

import dev.storywire.schemas.Entity;
import java.util.BitSet;
import java.util.Set;

/**
 * Tags a word as a person if it is the surname of a person whose full name precedes it in the
 * document: Player, Holland, Washington. A place that follows a preposition of place somewhere in
 * the document remains a place.
 */
final class Surnames {
  private static final Set<String> PREPOSITIONS =
      Set.of("in", "into", "to", "from", "at", "near", "outside", "around", "across", "through");

  private final CaseLexicon lexicon;

  Surnames(CaseLexicon lexicon) {
    this.lexicon = lexicon;
  }

  void apply(DocumentWords words, byte[] tags, FullNameEnds fullNames) {
    BitSet places = placesByPreposition(words, tags);
    for (int i = 0; i < tags.length; i++) {
      if (fullNames.precede(i) && isBare(words, tags, i, places)) {
        tags[i] = (byte) Tags.begin(Entity.Type.PER);
      }
    }
  }

  /**
   * Returns true for a capitalised word by itself that is untagged, or tagged as a place without
   * being one in the document.
   */
  private boolean isBare(DocumentWords words, byte[] tags, int i, BitSet places) {
    if (words.kind[i] != DocumentWords.CAPITALISED) {
      return false;
    }
    if (tags[i] == Tags.OUTSIDE) {
      return words.runFrom[i] == words.runLast[i]
          && !(words.isFirst(i) && lexicon.isCommon(words.lower[i]));
    }
    return Tags.isSingle(tags, i, Entity.Type.LOC) && !places.get(words.id[i]);
  }

  /** Returns the words that are tagged as a place and follow a preposition of place. */
  private static BitSet placesByPreposition(DocumentWords words, byte[] tags) {
    BitSet places = new BitSet(words.distinct());
    for (int i = 1; i < tags.length; i++) {
      if (Tags.isSingle(tags, i, Entity.Type.LOC)
          && PREPOSITIONS.contains(words.text.token(i - 1))
          && !words.isPossessive(i)) {
        places.set(words.id[i]);
      }
    }
    return places;
  }
}
