package dev.storywire.producer.formats.item;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * The characters of a text that a reader sees, in lines, and where each of them is in the text.
 * Tags and the ends of comments are omitted, and references to characters are replaced.
 */
final class VisibleText {
  /**
   * A tag, a comment, or the ends of a comment that may be a mark. It contains no other "<", so
   * that a search is linear.
   */
  private static final Pattern MARKUP =
      Pattern.compile(
          "</?([a-zA-Z][a-zA-Z0-9]*+)[^<>]*+>"
              + "|<!--(?!(?i)[^<>]*?publi)[^<>]*+(?<=--)>|<!--|-->");

  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#\\d{1,7}|#[xX]\\p{XDigit}{1,6}|[a-zA-Z]{2,8});");

  private static final Pattern INLINE =
      Pattern.compile(
          "(?i)a|abbr|b|bd[io]|big|cite|code|del|em|font|i|ins|label|mark|nobr|q|s|small|span"
              + "|strike|strong|su[bp]|tt|u|wbr");

  private final String source;
  private final Matcher reference;
  private final boolean html;
  private final char[] chars;
  private final int[] origins;
  private int length;

  private VisibleText(String source, boolean html) {
    this.source = source;
    reference = REFERENCE.matcher(source);
    this.html = html;
    chars = new char[source.length()];
    origins = new int[source.length()];
  }

  static VisibleText of(String source) {
    boolean markup = source.indexOf('<') >= 0;
    boolean html =
        markup && MARKUP.matcher(source).results().anyMatch(tag -> isBlock(tag.group(1)));
    VisibleText visible = new VisibleText(source, html);
    visible.read(markup);
    return visible;
  }

  /** Returns true if the text has tags of paragraphs or other blocks. */
  boolean html() {
    return html;
  }

  /** Returns the visible characters. Each line ends in a line feed. */
  String text() {
    return new String(chars, 0, length);
  }

  /** Returns the position in the source of a visible character. */
  int origin(int position) {
    return position < length ? origins[position] : source.length();
  }

  private void read(boolean markup) {
    boolean lines = !html;
    int at = 0;
    if (markup) {
      Matcher tag = MARKUP.matcher(source);
      while (tag.find()) {
        add(at, tag.start(), lines);
        at = tag.end();
        String name = tag.group(1);
        if (isBlock(name)) {
          add('\n', tag.start());
        }
        if (html && "pre".equalsIgnoreCase(name)) {
          lines = source.charAt(tag.start() + 1) != '/';
        }
      }
    }
    add(at, source.length(), lines);
  }

  private static boolean isBlock(@Nullable String tag) {
    return tag != null && !INLINE.matcher(tag).matches();
  }

  /** Adds the characters between two tags. */
  private void add(int from, int to, boolean lines) {
    for (int i = from; i < to; i++) {
      char c = source.charAt(i);
      if (c == '&' && reference.region(i, to).lookingAt()) {
        String name = reference.group();
        String decoded = name.equals("&nbsp;") ? " " : Parser.unescapeEntities(name, true);
        if (decoded.length() > 1) { // in text in capitals
          decoded = Parser.unescapeEntities(name.toLowerCase(Locale.ROOT), true);
        }
        if (decoded.length() == 1) {
          add(decoded.charAt(0), i);
          i = reference.end() - 1;
          continue;
        }
      }
      boolean end = isLineEnd(c) && !(c == '\r' && i + 1 < to && source.charAt(i + 1) == '\n');
      add(isLineEnd(c) ? end && lines ? '\n' : ' ' : c, i);
    }
  }

  private void add(char c, int origin) {
    chars[length] = c;
    origins[length++] = origin;
  }

  private static boolean isLineEnd(char c) {
    return (c >= '\n' && c <= '\r') || c == '\u0085' || c == '\u2028' || c == '\u2029';
  }

  /** Returns the positions of the characters that {@link #squeeze} keeps. */
  static int[] squeezedPositions(String text) {
    int[] positions = new int[text.length()];
    int kept = 0;
    for (int i = 0; i < text.length(); i++) {
      if (!isSqueezed(text.charAt(i))) {
        positions[kept++] = i;
      }
    }
    return Arrays.copyOf(positions, kept);
  }

  /**
   * Returns the text in lower case, without white space, hyphens, invisible characters and symbols
   * with which lines are ornamented. So a phrase is found however it is broken into lines or spaced
   * out.
   */
  static String squeeze(String text) {
    char[] squeezed = new char[text.length()];
    int kept = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isSqueezed(c)) {
        squeezed[kept++] = Character.toLowerCase(c);
      }
    }
    return new String(squeezed, 0, kept);
  }

  private static boolean isSqueezed(char c) {
    if (c < 0x80) {
      return c <= ' ' || c == '-' || "*_=~|/+#<>^".indexOf(c) >= 0;
    }
    return switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL,
          Character.FORMAT,
          Character.NON_SPACING_MARK ->
          true;
      default -> c == '\u2010' || c == '\u2011' || c == '•' || c == '·';
    };
  }
}
