package dev.storywire.text.clean;

import java.text.Normalizer;

/**
 * Normalises Unicode: NFC, one kind of line end and of space, and no invisible characters
 * (controls, zero-width marks, soft hyphens, lone surrogates).
 */
final class Characters {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char SOFT_HYPHEN = '\u00AD';

  /** Start of the block of general punctuation. Before it, only the underscore is a connector. */
  private static final char GENERAL_PUNCTUATION = '\u2000';

  private Characters() {}

  /** Returns the text with {@code \n} as line end and with single spaces. */
  static String normalize(String text) {
    var out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (isLineEnd(c)) {
        trimSpace(out);
        out.append('\n');
      } else if (Character.isSpaceChar(c) || c == '\t') {
        if (!endsWithSpace(out)) {
          out.append(' ');
        }
      } else if (isVisible(c)) {
        out.appendCodePoint(c);
      } else if (c == '\r' && (i == text.length() || text.charAt(i) != '\n')) {
        out.append('\n');
      }
    }
    trimSpace(out);
    return Normalizer.normalize(out, Normalizer.Form.NFC);
  }

  /** Returns the normalised text on one line. */
  static String oneLine(String text) {
    return normalize(text.replace('\n', ' ').replace('\r', ' '));
  }

  /** Returns the first chars of a text, without half of a surrogate pair at the end. */
  static String first(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }

  /** Returns true if a text contains connector punctuation, such as an underscore. */
  static boolean hasConnector(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '_'
          || (c > GENERAL_PUNCTUATION && Character.getType(c) == Character.CONNECTOR_PUNCTUATION)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLineEnd(int c) {
    return c == '\n' || c == '\u2028' || c == '\u2029' || c == '\u0085' || c == '\f';
  }

  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE ->
          false;
      // joiners shape Arabic, Indic and emoji text; other format characters are removed
      case Character.FORMAT -> c == '\u200C' || c == '\u200D';
      default -> c != BYTE_ORDER_MARK && c != SOFT_HYPHEN;
    };
  }

  private static boolean endsWithSpace(StringBuilder out) {
    return out.length() == 0 || out.charAt(out.length() - 1) <= ' ';
  }

  private static void trimSpace(StringBuilder out) {
    if (out.length() > 0 && out.charAt(out.length() - 1) == ' ') {
      out.setLength(out.length() - 1);
    }
  }
}
