package dev.storywire.producer.formats.item;

import dev.storywire.producer.formats.source.DocumentRepair;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/**
 * Finds marks such as "not for publication", in seven languages, and cuts the text off before them:
 * agencies put names and telephone numbers of their staff there.
 *
 * <p>A mark is a short line or paragraph. It begins with the phrase, ends with it after a
 * punctuation mark ("Contacts, not for publication"), surrounds it by symbols, or is in capitals.
 * Or it is an announcement ("The following information is not for publication"). A sentence that
 * only contains the words ("The report was not for publication") is not a mark, nor is an embargo
 * ("Not for publication before 1400 GMT").
 */
public final class PublicationMark {
  /** The repair of a text that was cut off. */
  public static final DocumentRepair REPAIR =
      new DocumentRepair(
          DocumentRepair.Kind.NOT_FOR_PUBLICATION,
          "the text after a mark \"not for publication\" was removed");

  private static final int MAX_LINE = 200;
  private static final String SPACE = "(?:(?:\\s|&nbsp;|&#160;|-){1,20}+)";

  private static final String PHRASES =
      "not(?: intended| meant)? for(?: (?:broadcast|release) (?:or|and))? publication"
          + "|nicht (?:zur|für die) ver(?:ö|oe|&ouml;|&#246;)ffentlichung"
          + "|ne pas publier|(?:pas pour|(?:non|pas) destinée?s? à) (?:la )?publication"
          + "|no(?: es)?(?: apt[oa]| destinad[oa])? (?:para|a) (?:su |la )?publicaci[óo]n"
          + "|no publicar|non pubblicare"
          + "|non (?:per la|destinat[oaie] alla) pubblicazione"
          + "|não (?:para|destinad[oa]s? à) publicação|não publicar"
          + "|niet(?: bestemd)? voor publicatie";

  /** Words that are a mark only if they are alone on a line: they may begin a sentence. */
  private static final String REQUESTS =
      "(?:please )?(?:do not publish|not to be published)|for internal use only|[aà] (?:non|ne pas) publier"
          + "|(?:bitte )?nicht ver(?:ö|oe|&ouml;|&#246;)ffentlichen"
          + "|nur (?:zur internen verwendung|für den internen gebrauch)"
          + "|nur (?:zur|für die) information der redaktion(?:en)?|diffusion interdite"
          + "|usage interne(?: uniquement)?|(?:solo )?(?:para )?uso interno|non pubblicabile"
          + "|(?:alleen )?voor intern gebruik|niet publiceren|da non pubblicare"
          + "|n *o *t {1,5}f *o *r {1,5}p *u *b *l *i *c *a *t *i *o *n";

  /** An embargo, which says when the text may be published. */
  private static final String UNTIL =
      "(?!"
          + SPACE
          + "(?:before|until|till|prior|vor|bis|avant|jusqu|antes|hasta|até|prima|fino|v[oó]{2}r)\\b)";

  private static final Pattern PHRASE = phrase("np", "(?:" + PHRASES + ")" + UNTIL);
  private static final Pattern REQUEST = phrase("aàbdfnpsuv", REQUESTS);

  /**
   * A part of each phrase and request. Most texts have none, and a search for it is many times as
   * fast. It has no letter whose other case is not in the alphabet, such as the Kelvin sign.
   */
  private static final Pattern PART =
      Pattern.compile(
          "p\\s*+u\\s*+bb?\\s*+l|ffentl|ntern(?!at)|nterd|reda", Pattern.CASE_INSENSITIVE);

  /** The beginning of a line that announces text that is not for publication. */
  private static final Pattern ANNOUNCEMENT =
      Pattern.compile(
          "(?iu)^(?:(?:the |die |les |la |le |las |los |as |de |il |i |nota )?(?:following|information"
              + "|details|contacts?|notes?|notice|(?:eds|editors?|attention)(?= ?[:.,–-])|part|text below"
              + "|please note|confidential|folgenden?|nachfolgenden?|hinweise?|achtung|redaktion\\w*"
              + "|informationen|informations|suivante?s?|siguientes?|seguent[ei]|seguintes?|volgende"
              + "|onderstaande|informaci[óo]n|informazioni|informações|informatie)\\b).*");

  /** The beginning of a line that ends with a phrase, such as "Contacts for editors, ". */
  private static final Pattern LABEL = Pattern.compile("(?s).*[,;:(\\[–—-]\\s*");

  private static final Pattern SYMBOLS = Pattern.compile("^[\\s\\p{P}\\p{S}]*");
  private static final String SEPARATORS = "*#=_~–—-";

  /** A tag. It contains no other "<", so that a search takes linear time. */
  private static final Pattern TAG = Pattern.compile("</?([a-zA-Z][a-zA-Z0-9]*+)[^<>]*+>");

  private static final Pattern INLINE =
      Pattern.compile("(?i)a|abbr|b|em|font|i|mark|small|span|strong|u");

  private static final Pattern LINE_END = Pattern.compile("[\\n\\r\\u0085\\u2028\\u2029]");

  private PublicationMark() {}

  /**
   * Compiles phrases.
   *
   * @param initials their first letters, which reject most positions quickly
   */
  private static Pattern phrase(String initials, String phrases) {
    return Pattern.compile(
        "(?=["
            + initials
            + "])(?:"
            + phrases.replace(" *", "\\s*").replace(" {", "\\s{").replace(" ", SPACE)
            + ")",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** Returns the text before the first mark; {@code text} itself if there is none. */
  public static String cut(String text) {
    boolean html = TAG.matcher(text).results().anyMatch(tag -> isBlock(tag.group(1)));
    String lines = withoutTags(html ? LINE_END.matcher(text).replaceAll(" ") : text);
    if (!PART.matcher(lines).find()) {
      return text;
    }
    int mark = find(LINE_END.matcher(lines).replaceAll("\n"));
    if (mark < 0) {
      return text;
    }
    String before = text.substring(0, mark);
    return html ? Jsoup.parseBodyFragment(before).body().html() : withoutSeparators(before);
  }

  /** Removes white space and separators at the end. */
  private static String withoutSeparators(String text) {
    int end = text.length();
    while (end > 0 && isSeparator(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  private static boolean isSeparator(char c) {
    return Character.isWhitespace(c) || SEPARATORS.indexOf(c) >= 0;
  }

  private static int find(String lines) {
    int mark = find(lines, PHRASE, true);
    int request = find(lines, REQUEST, false);
    return mark < 0 || request < 0 ? Math.max(mark, request) : Math.min(mark, request);
  }

  private static int find(String lines, Pattern pattern, boolean inLine) {
    Matcher phrase = pattern.matcher(lines);
    while (phrase.find()) {
      int start = lineStart(lines, phrase.start());
      int end = lineEnd(lines, phrase.end());
      if (start >= 0 && end >= 0) {
        String before = lines.substring(start, phrase.start());
        String after = lines.substring(phrase.end(), end);
        if (isAlone(before, after) || (inLine && isMark(before, phrase.group(), after))) {
          return start;
        }
      }
      if (inLine && isUpperCase(phrase.group())) {
        return phrase.start();
      }
    }
    return -1;
  }

  private static boolean isAlone(String before, String after) {
    return withoutSymbols(before).isEmpty() && withoutSymbols(after).isEmpty();
  }

  /** Returns true if a line is a mark. */
  private static boolean isMark(String before, String phrase, String after) {
    String words = withoutSymbols(before);
    boolean setOff = !before.substring(0, before.length() - words.length()).isBlank();
    boolean last = withoutSymbols(after).isEmpty();
    return words.isEmpty()
        || (last && (setOff || LABEL.matcher(before).matches()))
        || ANNOUNCEMENT.matcher(words + phrase).matches()
        || isUpperCase(before + phrase + after);
  }

  private static String withoutSymbols(String text) {
    return SYMBOLS.matcher(text).replaceFirst("");
  }

  private static boolean isUpperCase(String text) {
    return text.chars().noneMatch(Character::isLowerCase);
  }

  /** Returns the start of the line; -1 if it is too far away. */
  private static int lineStart(String text, int from) {
    int start = from;
    while (start > 0 && text.charAt(start - 1) != '\n') {
      if (from - start == MAX_LINE) {
        return -1;
      }
      start--;
    }
    return start;
  }

  /** Returns the end of the line; -1 if it is too far away. */
  private static int lineEnd(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != '\n') {
      if (end - from == MAX_LINE) {
        return -1;
      }
      end++;
    }
    return end;
  }

  private static boolean isBlock(String tag) {
    return !INLINE.matcher(tag).matches();
  }

  /**
   * Replaces each tag by white space of the same length. For a block element it ends in a line
   * feed.
   */
  private static String withoutTags(String html) {
    StringBuilder text = new StringBuilder(html);
    Matcher tag = TAG.matcher(html);
    while (tag.find()) {
      for (int i = tag.start(); i < tag.end(); i++) {
        text.setCharAt(i, ' ');
      }
      if (isBlock(tag.group(1))) {
        text.setCharAt(tag.end() - 1, '\n');
      }
    }
    return text.toString();
  }
}
