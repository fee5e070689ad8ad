package dev.storywire.producer.formats.text;

import dev.storywire.producer.formats.item.ItemBuilder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of an IPTC 7901 transmission: flag lines such as {@code URGENT}, a headline, a
 * byline, then the body.
 */
final class IptcText {
  private static final int MAX_HEADLINE = 200;

  /** A headline, a blank line, and the first line of the body. */
  private static final int LINES_OF_HEADLINE = 3;

  private static final Pattern DATELINE =
      Pattern.compile("\\s*\\p{Lu}[^()\\n]{1,40}\\([^()]{1,20}\\) ?[-–—]");

  private static final String NAME =
      "(?:\\p{Lu}[\\p{L}.'’-]*|and|und|et|e|y|en|&|v[ao]n|der|den|de|la|le|del|di|da|dos?|bin|al)";

  /** A line that names the authors, and perhaps their agency: "By Tomas Elg, nwa =". */
  private static final Pattern BYLINE =
      Pattern.compile(
          "(?:By|BY|Von|VON|Par|PAR|Por|POR|Di|DI|Door|DOOR) "
              + ("(" + NAME + "(?: " + NAME + "){1,9})")
              + "(?:, ?[^=,]{1,60})? ?=?");

  private IptcText() {}

  static void read(ItemBuilder draft, String text, @Nullable String keywords) {
    Deque<String> lines = new ArrayDeque<>(text.lines().toList());
    for (String line = next(lines); true; line = next(lines)) {
      if (isFlag(line, lines)) {
        draft.edNote(line);
      } else if (line.isEmpty() || !line.equalsIgnoreCase(keywords)) {
        break;
      }
      lines.pop();
    }
    String headline = next(lines);
    if (lines.size() > 1 && headline.length() <= MAX_HEADLINE) {
      lines.pop();
      if (isContinued(headline, lines)) {
        headline += " " + lines.pop().strip();
      }
      draft.headline("main", headline);
      for (String note = next(lines); isNote(note) && lines.size() > 1; note = next(lines)) {
        draft.edNote(note);
        lines.pop();
      }
    }
    Matcher byline = BYLINE.matcher(next(lines));
    if (byline.matches()) {
      draft.by(byline.group(1));
      lines.pop();
    }
    draft.body("main", "text/plain", String.join("\n", List.copyOf(lines)));
  }

  /** Returns true for a line in brackets after a headline: "(Corrects the name in paragraph 2)". */
  private static boolean isNote(String line) {
    return line.startsWith("(") && FlagLine.matches(line);
  }

  private static boolean isFlag(String line, Deque<String> lines) {
    return !line.isEmpty()
        && (FlagLine.matches(line)
            || (FlagLine.isWordInCapitals(line) && isHeadlineNext(List.copyOf(lines))));
  }

  /** Returns true if the second paragraph is a line without a full stop, and not the last. */
  private static boolean isHeadlineNext(List<String> lines) {
    List<String> rest =
        lines.stream().skip(1).dropWhile(String::isBlank).limit(LINES_OF_HEADLINE).toList();
    return rest.size() == LINES_OF_HEADLINE
        && rest.get(0).length() <= MAX_HEADLINE
        && !rest.get(0).strip().endsWith(".")
        && !DATELINE.matcher(rest.get(0)).lookingAt()
        && rest.get(1).isBlank()
        && !rest.get(2).isBlank();
  }

  /** Returns true if the next line belongs to the headline: it goes on in lower case. */
  private static boolean isContinued(String headline, Deque<String> lines) {
    List<String> next = lines.stream().limit(2).map(String::strip).toList();
    return next.size() == 2
        && !next.get(0).isEmpty()
        && Character.isLowerCase(next.get(0).charAt(0))
        && next.get(1).isEmpty()
        && headline.length() + next.get(0).length() < MAX_HEADLINE;
  }

  /** Removes blank lines and returns the next line that is not blank, stripped. */
  private static String next(Deque<String> lines) {
    while (!lines.isEmpty() && lines.element().isBlank()) {
      lines.pop();
    }
    return lines.isEmpty() ? "" : lines.element().strip();
  }
}
