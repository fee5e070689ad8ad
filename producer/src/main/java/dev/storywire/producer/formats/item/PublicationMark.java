package dev.storywire.producer.formats.item;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/**
 * Finds marks such as "not for publication", in seven languages, and cuts the text off before them:
 * agencies put names and telephone numbers of their staff there.
 *
 * <p>A mark is a short line or paragraph that begins with the phrase, contains it in an
 * announcement ("The following information is not for publication"), surrounds it by symbols, or is
 * in capitals. A sentence that only contains the words ("The report was not for publication") is
 * not a mark.
 */
public final class PublicationMark {
  private static final int MAX_LINE = 200;
  private static final String SPACE = "(?:\\s++|&nbsp;|&#160;){1,20}";

  private static final Pattern PHRASE =
      Pattern.compile(
          ("(?:not(?: intended| meant)? for publication"
                  + "|nicht (?:zur|für die) ver(?:ö|oe|&ouml;|&#246;)ffentlichung"
                  + "|ne pas publier|(?:pas pour|non destinée?s? à) (?:la )?publication"
                  + "|no(?: es)?(?: apt[oa]| destinad[oa])? (?:para|a) (?:su |la )?publicaci[óo]n"
                  + "|no publicar|non pubblicare"
                  + "|non (?:per la|destinat[oaie] alla) pubblicazione"
                  + "|não (?:para|destinad[oa]s? à) publicação|não publicar"
                  + "|niet(?: bestemd)? voor publicatie)")
              .replace(" ", SPACE),
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** The beginning of a line that announces text that is not for publication. */
  private static final Pattern ANNOUNCEMENT =
      Pattern.compile(
          "(?iu)^(?:(?:the |die |les |la |le |las |los |as |de |il |i )?(?:following|information"
              + "|details|contacts?|notes?|notice|eds|editors?|attention|part|text below"
              + "|folgenden?|nachfolgenden?|hinweise?|achtung|redaktion\\w*|informationen"
              + "|informations|suivante?s?|siguientes?|seguent[ei]|seguintes?|volgende"
              + "|onderstaande|informaci[óo]n|informazioni|informações|informatie)\\b).*");

  private static final Pattern SYMBOLS = Pattern.compile("^[\\s\\p{P}\\p{S}]*");
  private static final String SEPARATORS = "*#=_~–—-";

  /** A tag. It contains no other "<", so that a search takes linear time. */
  private static final Pattern TAG = Pattern.compile("</?([a-zA-Z][a-zA-Z0-9]*+)[^<>]*+>");

  private static final Pattern INLINE =
      Pattern.compile("(?i)a|abbr|b|em|font|i|mark|small|span|strong|u");

  private PublicationMark() {}

  /** Returns the text before the first mark; {@code text} itself if there is none. */
  public static String cut(String text) {
    boolean html = TAG.matcher(text).find();
    String lines = html ? withoutTags(text) : text;
    int mark = find(lines);
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
    Matcher phrase = PHRASE.matcher(lines);
    while (phrase.find()) {
      int start = lineStart(lines, phrase.start());
      int end = lineEnd(lines, phrase.end());
      if (start >= 0 && end >= 0 && isMark(lines.substring(start, end), phrase.start() - start)) {
        return start;
      }
      if (isUpperCase(phrase.group())) {
        return phrase.start();
      }
    }
    return -1;
  }

  /** Returns true if a line with the phrase at {@code at} is a mark. */
  private static boolean isMark(String line, int at) {
    Matcher symbols = SYMBOLS.matcher(line);
    int first = symbols.find() ? symbols.end() : 0;
    boolean setOff = !line.substring(0, first).isBlank();
    String rest = PHRASE.matcher(line.substring(at)).replaceFirst("");
    boolean last = SYMBOLS.matcher(rest).replaceFirst("").isEmpty();
    return first >= at
        || (setOff && last)
        || ANNOUNCEMENT.matcher(line.substring(first)).matches()
        || isUpperCase(line);
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

  /**
   * Replaces each tag by white space of the same length. For a block element it ends in a line
   * feed.
   */
  private static String withoutTags(String html) {
    StringBuilder text = new StringBuilder(html.replaceAll("[\\r\\n]", " "));
    Matcher tag = TAG.matcher(html);
    while (tag.find()) {
      for (int i = tag.start(); i < tag.end(); i++) {
        text.setCharAt(i, ' ');
      }
      if (!INLINE.matcher(tag.group(1)).matches()) {
        text.setCharAt(tag.end() - 1, '\n');
      }
    }
    return text.toString();
  }
}
