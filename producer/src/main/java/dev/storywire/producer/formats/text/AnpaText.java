package dev.storywire.producer.formats.text;

import dev.storywire.producer.formats.item.ItemBuilder;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of an ANPA transmission: metadata lines ({@code ^...<} and {@code ^...=}), then
 * paragraphs that begin with a tab.
 */
final class AnpaText {
  private static final Pattern NOTE =
      Pattern.compile("(?i)^(AP Photo|AP Graphic|With AP|Eds?:|Editors?:).*");

  /** The end mark of a transmission. */
  private static final Pattern END =
      Pattern.compile("(?i)[-(]*\\s*(?:end|ends|endit|more|30)\\s*[-)]*");

  /** An end mark in the text. A number or word alone may belong to the text. */
  private static final Pattern END_LINE =
      Pattern.compile("-+ ?(?:30|END) ?-+|\\((?:END|MORE)\\)|END|(?:# ?){3}");

  /** Start of a word in a pattern. Unlike {@code \b}, it takes linear time for combining marks. */
  static final String WORD_START = "(?<![\\p{L}\\p{N}_])";

  /** The last word of a line that names the job of an author, instead of the agency. */
  private static final Pattern JOB =
      Pattern.compile(
          "(?i)" + WORD_START + "(writer|reporter|correspondent|editor|columnist|critic)s?$");

  private final ItemBuilder draft;
  private final StringBuilder body = new StringBuilder();
  private @Nullable String title;
  private boolean slugged;
  private boolean afterByline;

  private AnpaText(ItemBuilder draft) {
    this.draft = draft;
  }

  static void read(ItemBuilder draft, List<String> lines) {
    AnpaText text = new AnpaText(draft);
    lines.forEach(text::line);
    if (!draft.hasHeadline()) {
      draft.headline("main", text.title);
    }
    draft.body("main", "text/plain", text.body.toString());
  }

  private void line(String raw) {
    String line = plain(raw.strip());
    if (raw.startsWith("^")) {
      about(line.substring(1).strip());
    } else if (!line.isEmpty() && !END_LINE.matcher(line).matches()) {
      append(line, raw.startsWith("\t"));
    }
  }

  private void about(String line) {
    String text = line.replaceAll("[<=]$", "").strip();
    if (END.matcher(text).matches()) {
      return;
    }
    if (!slugged) {
      slugged = true;
      draft.slugline(text.replaceAll(",\\d+$", ""));
    } else if (NOTE.matcher(text).matches() || FlagLine.matches(text)) {
      draft.edNote(text);
    } else if (line.endsWith("=")) {
      titleOrByline(text);
    } else if (draft.hasHeadline()) {
      draft.description("text/plain", text);
    } else {
      draft.headline("main", text);
    }
  }

  private void titleOrByline(String text) {
    if (text.regionMatches(true, 0, "By ", 0, 3)) {
      draft.by(text);
      afterByline = !text.regionMatches(true, 3, "The ", 0, 4); // "By The Associated Press"
      return;
    }
    boolean affiliation = afterByline;
    afterByline = false;
    if (text.equals("Associated Press") || text.startsWith("AP ")) {
      draft.source("AP", null);
    } else if (affiliation) {
      draft.source(JOB.matcher(text).find() ? null : text, null);
    } else {
      title = title == null ? text : title;
      append(text, true);
    }
  }

  private void append(String line, boolean paragraph) {
    body.append(body.isEmpty() ? "" : paragraph ? "\n\n" : "\n").append(line);
  }

  /** Replaces typewriter quotes and dashes. */
  private static String plain(String text) {
    return text.replace("``", "\"").replace("''", "\"").replace(" _ ", " - ");
  }
}
