package dev.storywire.entities.tagger;

import dev.storywire.schemas.Entity;
import dev.storywire.text.TextFile;
import dev.storywire.text.TokenizedText;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Corrects tags of English text where a word decides: an abbreviation that is not a name (CEO), a
 * verb between two names in the title case of a headline, a given name that is also a month, and a
 * club that was taken for a person. Applies the rules for headlines and texts in lower case, for
 * names of one word and for coordinated names.
 */
final class NameRules {
  private static final Set<String> MONTHS = Set.of("April", "May", "June", "August");

  /** Words after which a month is a date. */
  private static final Set<String> BEFORE_MONTHS =
      Set.of("in", "on", "of", "since", "until", "by", "last", "from", "this", "next");

  /** Last words of the names of clubs, which are not surnames. */
  private static final Set<String> CLUBS =
      Set.of("Town", "City", "United", "Rovers", "Wanderers", "Athletic", "Albion", "FC");

  /** Words that no name begins with, even if they are capitalised in title case. */
  private static final Set<String> PREPOSITIONS =
      Set.of("For", "Of", "In", "On", "To", "As", "At", "By", "From", "Over", "With", "After");

  private final Set<String> notNames = words("not-names.txt");
  private final Set<String> verbs = words("headline-verbs.txt");

  private final Truecaser truecaser;
  private final OneWordNames oneWordNames;
  private final Surnames surnames;
  private final Coordinations coordinations;

  NameRules(CaseLexicon lexicon, Gazetteer gazetteer) {
    this.truecaser = new Truecaser(lexicon, gazetteer);
    this.oneWordNames = new OneWordNames(gazetteer);
    this.surnames = new Surnames(lexicon);
    this.coordinations = new Coordinations(lexicon, gazetteer, notNames);
  }

  private static Set<String> words(String list) {
    return TextFile.shipped(NameRules.class, "gazetteer/" + list).stream()
        .filter(line -> !line.startsWith("#"))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Restores the case of words before they are tagged. */
  void prepare(DocumentWords words) {
    truecaser.apply(words);
  }

  /** Corrects the tags of a text in place. */
  void apply(DocumentWords words, byte[] tags) {
    truecaser.dropCommonNouns(words, tags);
    correctMentions(words.text, tags);
    FullNameEnds fullNames = new FullNameEnds(words, tags);
    oneWordNames.apply(words, tags, fullNames);
    surnames.apply(words, tags, fullNames);
    coordinations.apply(words, tags);
  }

  private void correctMentions(TokenizedText text, byte[] tags) {
    for (Mention mention : Tags.mentions(tags)) {
      cutNotNames(text, tags, mention);
    }
    for (Mention mention : Tags.mentions(tags)) {
      int from = mention.fromToken();
      int last = mention.toToken() - 1;
      boolean isPerson = mention.type() == Entity.Type.PER;
      if (from == last && isPerson && followsGivenName(text, tags, from)) {
        tags[from - 1] = tags[from];
        tags[from] = (byte) Tags.inside(Entity.Type.PER);
      } else if (from < last && isPerson && CLUBS.contains(text.token(last))) {
        Arrays.fill(tags, from, last + 1, (byte) Tags.inside(Entity.Type.ORG));
        tags[from] = (byte) Tags.begin(Entity.Type.ORG);
      } else {
        splitAtVerb(text, tags, mention);
      }
    }
  }

  /** Cuts words that are not names from the beginning and the end of a mention. */
  private void cutNotNames(TokenizedText text, byte[] tags, Mention mention) {
    int from = mention.fromToken();
    int to = mention.toToken();
    while (from < to && notNames.contains(text.token(from))) {
      tags[from++] = Tags.OUTSIDE;
    }
    while (from < to && notNames.contains(text.token(to - 1))) {
      tags[--to] = Tags.OUTSIDE;
    }
    if (from < to) {
      tags[from] = (byte) Tags.begin(mention.type());
    }
  }

  /**
   * Splits a mention at the first verb within it. The words after the verb remain a name only if
   * they begin like one and are a person, an organisation or a place: in title case, a mention of
   * another type is often the rest of the sentence.
   */
  private void splitAtVerb(TokenizedText text, byte[] tags, Mention mention) {
    int to = mention.toToken();
    int verb = mention.fromToken() + 1;
    while (verb < to - 1 && !verbs.contains(text.token(verb))) {
      verb++;
    }
    if (verb < to - 1) {
      String next = text.token(verb + 1);
      boolean isName =
          mention.type() != Entity.Type.MISC
              && Character.isUpperCase(next.charAt(0))
              && !PREPOSITIONS.contains(next);
      Arrays.fill(tags, verb, isName ? verb + 1 : to, (byte) Tags.OUTSIDE);
      if (isName) {
        tags[verb + 1] = (byte) Tags.begin(mention.type());
      }
    }
  }

  /** Returns true if the word before a surname is a given name that was taken for a month. */
  private static boolean followsGivenName(TokenizedText text, byte[] tags, int surname) {
    int given = surname - 1;
    if (given < 0 || tags[given] != Tags.OUTSIDE || !MONTHS.contains(text.token(given))) {
      return false;
    }
    String before = given == 0 ? "" : text.token(given - 1);
    return before.isEmpty()
        || (!Character.isDigit(before.charAt(0))
            && !BEFORE_MONTHS.contains(before.toLowerCase(Locale.ROOT)));
  }
}
