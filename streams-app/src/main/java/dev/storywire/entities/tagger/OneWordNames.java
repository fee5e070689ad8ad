package dev.storywire.entities.tagger;

import dev.storywire.schemas.Entity;
import java.util.Set;

/**
 * Corrects the types of names of one word by the words around them: a company before its board, a
 * party before its member of parliament, and a place before a person with that surname in the same
 * sentence, since a surname alone follows the full name.
 */
final class OneWordNames {
  /** Possessions of companies, which persons do not have. */
  private static final Set<String> OF_COMPANIES =
      Set.of(
          "board",
          "dividend",
          "earnings",
          "headquarters",
          "profit",
          "profits",
          "revenue",
          "revenues",
          "shareholders",
          "shares",
          "subsidiary",
          "turnover");

  /** Parties whose names are also common words or adjectives. */
  private static final Set<String> PARTIES =
      Set.of("Conservative", "Green", "Labor", "Labour", "Liberal", "Tory", "Unionist");

  private static final Set<String> MEMBERS =
      Set.of(
          "MP", "MPs", "MEP", "MEPs", "MSP", "MSPs", "peer", "peers", "councillor", "councillors");

  private final Gazetteer gazetteer;

  OneWordNames(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  void apply(DocumentWords words, byte[] tags, FullNameEnds fullNames) {
    for (int i = 0; i < tags.length; i++) {
      if (tags[i] == Tags.OUTSIDE && isParty(words, i)) {
        tags[i] = (byte) Tags.begin(Entity.Type.ORG);
      } else if (Tags.isSingle(tags, i, Entity.Type.PER) && !fullNames.precede(i)) {
        if (ownsWhatCompaniesHave(words, i)) {
          tags[i] = (byte) Tags.begin(Entity.Type.ORG);
        } else if (fullNames.followInSentence(i) && isPlace(words, i)) {
          tags[i] = (byte) Tags.begin(Entity.Type.LOC);
        }
      }
    }
  }

  private static boolean isParty(DocumentWords words, int i) {
    return words.hasCapital(i)
        && i + 1 < words.size()
        && PARTIES.contains(words.text.token(i))
        && MEMBERS.contains(words.text.token(i + 1));
  }

  private boolean isPlace(DocumentWords words, int i) {
    return gazetteer.isListed(words.lower[i], Gazetteer.COUNTRIES_AND_REGIONS);
  }

  private static boolean ownsWhatCompaniesHave(DocumentWords words, int i) {
    return i + 2 < words.size()
        && words.isPossessive(i)
        && OF_COMPANIES.contains(words.text.token(i + 2));
  }
}
