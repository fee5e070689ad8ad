package dev.storywire.producer.formats.item;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The phrases of {@linkplain PublicationMark marks}, and what makes a phrase a mark. */
final class PublicationPhrases {
  private static final String PUBLISH_DE = "ver(?:ö|oe|o)ffentlich";

  /** In squeezed texts, which have no blanks. */
  static final Pattern PHRASE =
      phrase(
          "np",
          "not(?: intended| meant)? for(?: (?:broadcast|release|print|use)(?: (?:or|and))?)? publication"
              + ("|nicht (?:zur|für die|fuer die) (?:" + PUBLISH_DE + "ung|publikation)")
              + "|ne pas publier|(?:pas pour|(?:non|pas) destin[ée]e?s? [àa]) (?:la )?publication"
              + "|no(?: es)?(?: apt[oa]| destinad[oa])? (?:para|a) (?:su |la )?publicaci[óo]n"
              + "|no publicar|non pubblicare"
              + "|non (?:per la|destinat[oaie] alla) pubblicazione"
              + "|n[ãa]o (?:para|destinad[oa]s? [àa]) publica[çc][ãa]o|n[ãa]o publicar"
              + "|niet(?: bestemd)? voor publicatie");

  /** Words that are a mark only if they are alone on a line: they may begin a sentence. */
  static final Pattern REQUEST =
      phrase(
          "aàbdfinpsuv",
          "(?:please )?(?:do not publish|not to be published)(?: (?:the following|these))?"
              + "(?: (?:contacts?|names|numbers|details|information|contact details))?"
              + "|(?:for )?internal use only|[aà] (?:non|ne pas) publier"
              + ("|(?:bitte )?nicht " + PUBLISH_DE + "en")
              + "|nur (?:zur internen verwendung|f(?:ü|ue)r den internen gebrauch)"
              + "|nur (?:zur|f(?:ü|ue)r die) information der redaktion(?:en)?|diffusion interdite"
              + "|usage interne(?: uniquement)?|(?:solo )?(?:para )?uso interno|non pubblicabile"
              + "|(?:alleen )?voor intern gebruik|niet publiceren|da non pubblicare");

  /** Parts of the phrases, one in each; a search for them is many times as fast. */
  private static final String[] PARTS = {
    "publi",
    "pubblic",
    "ffentlich",
    "internaluse",
    "internenverwendung",
    "internengebrauch",
    "derredaktion",
    "interdite",
    "usageinterne",
    "usointerno",
    "interngebruik"
  };

  /** Longest part of a phrase before and after such a part. */
  private static final int LONGEST = 60;

  /** An embargo, which says when the text may be published. */
  private static final Pattern UNTIL =
      Pattern.compile(
          "(?iu)^[\\s\\p{Z}-]+(?:before|until|till|prior|vor|bis|avant|jusqu|antes|hasta|até|prima|fino"
              + "|v[oó]{2}r)\\b.*",
          Pattern.DOTALL);

  /** The beginning of a line that announces text that is not for publication. */
  private static final Pattern ANNOUNCEMENT =
      Pattern.compile(
          "(?iu)^(?:(?:the |die |les |la |le |las |los |as |de |il |i |nota )?(?:following|information"
              + "|details|contacts?|notes?|notice|(?:eds|editors?|attention)(?= ?[:.,–-])|part|text below"
              + "|please note|confidential|folgenden?|nachfolgenden?|hinweise?|achtung|redaktion\\w*"
              + "|informationen|informations|suivante?s?|siguientes?|seguent[ei]|seguintes?|volgende"
              + "|onderstaande|informaci[óo]n|informazioni|informações|informatie)\\b).*",
          Pattern.DOTALL);

  private static final Pattern SENTENCE_END = Pattern.compile("[.!?][\\s\\p{Pf}\"')]");

  /** The beginning of a line that ends with a phrase, such as "Contacts for editors, ". */
  private static final Pattern LABEL = Pattern.compile("(?s).*[,;:(\\[–—-][\\s*_]*");

  /** The end of the text before a note within a paragraph, and the start of what follows. */
  private static final Pattern BRACKET = Pattern.compile("(?s).*[(\\[{][\\s*_]*");

  private static final Pattern SENTENCE = Pattern.compile("(?s).*[.!?…][\\p{Pf}\"')\\]]*[\\s*_]+");
  private static final Pattern COLON = Pattern.compile("(?s)^[\\s*_)\\]]*:.*");
  private static final Pattern STOP = Pattern.compile("(?s)^[\\s*_)\\]]*(?:[:.;!–—-].*)?");

  /** Symbols and blanks, and tags that were escaped twice. */
  private static final Pattern SYMBOLS =
      Pattern.compile("^(?:</?[a-zA-Z][^<>]{0,80}>|[\\s\\p{P}\\p{S}\\p{Z}\\p{C}])*+");

  private PublicationPhrases() {}

  /**
   * Compiles phrases for squeezed texts.
   *
   * @param initials their first letters, which reject most positions quickly
   */
  private static Pattern phrase(String initials, String phrases) {
    return Pattern.compile("(?=[" + initials + "])(?:" + phrases.replace(" ", "") + ")");
  }

  /** Returns true if a squeezed text contains a phrase. */
  static boolean mayContain(String squeezed) {
    Matcher phrase = PHRASE.matcher(squeezed);
    Matcher request = REQUEST.matcher(squeezed);
    for (String part : PARTS) {
      for (int at = squeezed.indexOf(part); at >= 0; at = squeezed.indexOf(part, at + 1)) {
        int from = Math.max(0, at - LONGEST);
        int to = Math.min(squeezed.length(), at + LONGEST);
        if (phrase.region(from, to).find() || request.region(from, to).find()) {
          return true;
        }
      }
    }
    return false;
  }

  static boolean isEmbargo(String after) {
    return UNTIL.matcher(after).matches();
  }

  /** Returns true if a line is a mark; {@code last} if nothing follows the phrase in it. */
  static boolean isMark(String before, String phrase, String after, boolean last) {
    String words = withoutSymbols(before);
    boolean setOff = !before.substring(0, before.length() - words.length()).isBlank();
    return words.isEmpty()
        || (last && (setOff || LABEL.matcher(before).matches()))
        || isAnnouncement(words, phrase, after)
        || (words + phrase).chars().noneMatch(Character::isLowerCase);
  }

  /** Returns true if a request is alone on its line, or labels what follows. */
  static boolean isRequest(String before, String after, boolean last) {
    String words = withoutSymbols(before);
    return words.isEmpty()
        ? last || COLON.matcher(after).matches()
        : last && LABEL.matcher(before).matches() && ANNOUNCEMENT.matcher(words).matches();
  }

  /** Returns true if a paragraph of several lines is an announcement. */
  static boolean isLongAnnouncement(String before, String phrase, String after) {
    String words = withoutSymbols(before);
    return !SENTENCE_END.matcher(words).find() && isAnnouncement(words, phrase, after);
  }

  /** Returns false for a clause: "Details of the memo, which was not for publication, emerged". */
  private static boolean isAnnouncement(String words, String phrase, String after) {
    return !after.startsWith(",") && ANNOUNCEMENT.matcher(words + phrase).matches();
  }

  /** Returns true for a note within a paragraph: "It opens. Not for publication: call Ann". */
  static boolean isNote(String before, String phrase, String after) {
    if (BRACKET.matcher(before).matches()) {
      return !after.matches("(?s)^[\\s*_]*[)\\]}].*") || COLON.matcher(after).matches();
    }
    boolean starts = SENTENCE.matcher(before).matches();
    if (starts && Character.isUpperCase(phrase.charAt(0))) {
      return STOP.matcher(after).matches();
    }
    return (starts || LABEL.matcher(before).matches()) && COLON.matcher(after).matches();
  }

  static boolean isBlank(String text) {
    return withoutSymbols(text).isEmpty();
  }

  private static String withoutSymbols(String text) {
    return SYMBOLS.matcher(text).replaceFirst("");
  }
}
