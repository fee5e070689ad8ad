package dev.storywire.producer.formats.text;

import dev.storywire.producer.formats.item.ItemBuilder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text of an IPTC 7901 transmission: flag lines such as {@code URGENT}, a headline, a
 * byline, then the body.
 */
final class IptcText {
  private static final int MAX_HEADLINE = 200;

  private static final String NAME =
      "(?:\\p{Lu}[\\p{L}.'’-]*|and|und|et|e|y|en|&|v[ao]n|der|den|de|la|le|del|di|da|dos?|bin|al)";

  /** A line that names the authors, and perhaps their agency: "By Tomas Elg, nwa =". */
  private static final Pattern BYLINE =
      Pattern.compile(
          "(?:By|BY|Von|VON|Par|PAR|Por|POR|Di|DI|Door|DOOR) "
              + ("(" + NAME + "(?: " + NAME + "){1,9})")
              + "(?:, ?[^=,]{1,60})? ?=?");

  private IptcText() {}

  static void read(ItemBuilder draft, String text) {
    Deque<String> lines = new ArrayDeque<>(text.lines().toList());
    for (String line = next(lines); FlagLine.matches(line); line = next(lines)) {
      draft.edNote(line);
      lines.pop();
    }
    String headline = next(lines);
    if (lines.size() > 1 && headline.length() <= MAX_HEADLINE) {
      draft.headline("main", headline);
      lines.pop();
    }
    Matcher byline = BYLINE.matcher(next(lines));
    if (byline.matches()) {
      draft.by(byline.group(1));
      lines.pop();
    }
    draft.body("main", "text/plain", String.join("\n", List.copyOf(lines)));
  }

  /** Removes blank lines and returns the next line that is not blank, stripped. */
  private static String next(Deque<String> lines) {
    while (!lines.isEmpty() && lines.element().isBlank()) {
      lines.pop();
    }
    return lines.isEmpty() ? "" : lines.element().strip();
  }
}
