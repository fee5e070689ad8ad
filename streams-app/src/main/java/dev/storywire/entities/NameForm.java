package dev.storywire.entities;

import dev.storywire.schemas.Entity;
import dev.storywire.text.Letters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A name in a text without titles, articles and possessives.
 *
 * @param shown the form to show
 * @param words the words for comparison (see {@link SpellingVariants}), without the particles of a
 *     person's name or the legal form of a company
 * @param acronym true if it consists of capitals only, like NATO and U.S.
 */
record NameForm(String shown, List<String> words, boolean acronym) {
  private static final Set<String> TITLES =
      Set.of(
          "president",
          "vice",
          "prime",
          "minister",
          "chancellor",
          "secretary",
          "senator",
          "governor",
          "mayor",
          "judge",
          "justice",
          "general",
          "colonel",
          "king",
          "queen",
          "prince",
          "princess",
          "sir",
          "lord",
          "lady",
          "pope",
          "sheikh",
          "ayatollah",
          "mr",
          "mrs",
          "ms",
          "dr",
          "prof",
          "gen",
          "col",
          "lt",
          "maj",
          "capt",
          "sgt",
          "adm",
          "sen",
          "rep",
          "gov",
          "rev",
          "hon");

  private static final Set<String> PARTICLES =
      Set.of(
          "bin", "ibn", "bint", "al", "el", "abu", "ben", "von", "van", "der", "den", "ter", "ten",
          "de", "del", "della", "di", "da", "das", "do", "dos", "du", "la", "le", "zu", "st");

  private static final Set<String> GENERATIONS = Set.of("jr", "sr", "ii", "iii", "iv");

  private static final Set<String> LEGAL_FORMS =
      Set.of(
          "inc",
          "corp",
          "corporation",
          "co",
          "company",
          "ltd",
          "limited",
          "plc",
          "llc",
          "ag",
          "sa",
          "spa",
          "nv",
          "se",
          "gmbh",
          "ab",
          "oyj",
          "asa",
          "holdings",
          "group");

  private static final Set<String> SMALL_WORDS =
      Set.of("of", "the", "for", "and", "in", "on", "de", "du", "des", "et", "to", "&");

  private static final Pattern SPACES = Pattern.compile("\\s+");

  static NameForm of(String written, Entity.Type type) {
    String shown = trimmed(written);
    if (type == Entity.Type.PER) {
      shown = withoutTitles(shown);
    }
    List<String> words = SpellingVariants.words(shown);
    words =
        switch (type) {
          case PER -> core(words, PARTICLES, GENERATIONS);
          case ORG -> core(words, Set.of("the"), LEGAL_FORMS);
          case LOC, MISC -> core(words, Set.of("the"), Set.of());
        };
    return new NameForm(shown, words, isAcronym(shown));
  }

  /** Removes some words except at the end, and others only at the end. */
  private static List<String> core(List<String> words, Set<String> anywhere, Set<String> atEnd) {
    int end = words.size();
    while (end > 1 && atEnd.contains(words.get(end - 1))) {
      end--;
    }
    List<String> core = new ArrayList<>(end);
    for (int i = 0; i < end; i++) {
      if (i == end - 1 || !anywhere.contains(words.get(i))) {
        core.add(words.get(i));
      }
    }
    return List.copyOf(core);
  }

  /**
   * Returns the name on one line without possessive, leading marks, and an article before a
   * capital.
   */
  private static String trimmed(String written) {
    String shown = SPACES.matcher(written.strip()).replaceAll(" ");
    int end = shown.length();
    end -= shown.endsWith("s") && isApostrophe(shown, end - 2) ? 2 : 0;
    end -= end == shown.length() && isApostrophe(shown, end - 1) ? 1 : 0;
    int from = 0;
    while (from < end && !Letters.isLetterOrNumber(shown.codePointAt(from))) {
      from += Character.charCount(shown.codePointAt(from));
    }
    boolean article = shown.startsWith("The ", from) || shown.startsWith("the ", from);
    boolean capital = from + 4 < end && Character.isUpperCase(shown.codePointAt(from + 4));
    return shown.substring(article && capital ? from + 4 : from, end);
  }

  private static boolean isApostrophe(String text, int i) {
    return i >= 0 && (text.charAt(i) == '\'' || text.charAt(i) == '’');
  }

  private static String withoutTitles(String shown) {
    String rest = shown;
    int space = rest.indexOf(' ');
    while (space > 0
        && TITLES.contains(String.join("", SpellingVariants.words(rest.substring(0, space))))) {
      rest = rest.substring(space + 1);
      space = rest.indexOf(' ');
    }
    return rest;
  }

  private static boolean isAcronym(String shown) {
    return shown.length() >= 2
        && shown.length() <= 8
        && shown.chars().allMatch(c -> Character.isUpperCase(c) || c == '.' || c == '&');
  }

  boolean isEmpty() {
    return words.isEmpty() || shown.codePoints().noneMatch(Character::isLetter);
  }

  String first() {
    return words.get(0);
  }

  String last() {
    return words.get(words.size() - 1);
  }

  /** Returns the words joined without spaces. */
  String joined() {
    return String.join(" ", words);
  }

  /** Returns the initials of the significant words: natow for North Atlantic Treaty Org of W. */
  String initials() {
    return words.stream()
        .filter(word -> !SMALL_WORDS.contains(word))
        .map(word -> word.substring(0, 1))
        .collect(Collectors.joining());
  }

  /** Returns the letters of an acronym. */
  String letters() {
    return String.join("", words);
  }
}
