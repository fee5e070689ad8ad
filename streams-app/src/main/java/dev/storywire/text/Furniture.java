package dev.storywire.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Page furniture, told from text: advertising, newsletters, share lines, pointers to other pages,
 * photo credits, rights. The rules are the resource {@code furniture.txt} and the shapes below.
 */
final class Furniture {
  /** Furniture is short; a longer paragraph is text whatever it begins with. */
  private static final int LONGEST = 600;

  private static final Pattern AROUND =
      Pattern.compile("^[^\\p{L}\\p{N}@©<(]+|[^\\p{L}\\p{N})>]+$");
  private static final Pattern BRACKETS = Pattern.compile("^[(\\[]([^()\\[\\]]*)[)\\]]$");
  private static final Pattern WORD_CHAR = Pattern.compile("[\\p{L}\\p{N}]");
  private static final Pattern CRUMBS = Pattern.compile(".{1,40}(?: [>»›] .{1,60}){1,6}[>»›/]?");
  private static final Pattern LINK =
      Pattern.compile("(?:https?://|www\\.)\\S+|[\\w-]+(?:\\.[\\w-]+)*\\.[a-z]{2,6}/?");
  private static final Pattern CREDIT =
      Pattern.compile(
          "(?:/ ?|\\| ?|\\( ?|via |courtesy of )(?:AP|AFP|EPA|PA|Reuters|REUTERS|Getty|Bloomberg|Shutterstock|"
              + "Associated Press|The Associated Press|Pool)(?: ?(?:Photos?|Images?|file))*(?: ?/ ?[\\w .]{2,40})?"
              + " ?\\)?$");

  private final List<Rule> drop = new ArrayList<>();
  private final List<Rule> end = new ArrayList<>();

  private Furniture(List<String> lines) {
    List<Rule> section = drop;
    for (String line : lines) {
      if (line.equals("[drop]")) {
        section = drop;
      } else if (line.equals("[end]")) {
        section = end;
      } else if (!line.isBlank() && !line.startsWith("#")) {
        section.add(Rule.of(line));
      }
    }
  }

  /** The rules that ship with the service. */
  static Furniture shipped() {
    try (InputStream in =
        Objects.requireNonNull(
            Furniture.class.getResourceAsStream("furniture.txt"), "furniture.txt is missing")) {
      return new Furniture(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("furniture.txt cannot be read", e);
    }
  }

  /** Whether the paragraph is furniture by itself. */
  boolean isFurniture(String paragraph) {
    if (paragraph.length() > LONGEST) {
      return false;
    }
    String core = core(paragraph);
    return core.isEmpty()
        || isCrumb(paragraph)
        || LINK.matcher(core).matches()
        || CREDIT.matcher(paragraph).find()
        || matches(drop, core);
  }

  /** Whether the article ends before this paragraph. */
  boolean endsArticle(String paragraph) {
    return paragraph.length() <= LONGEST && matches(end, core(paragraph));
  }

  /**
   * The paragraph without bullets, brackets and punctuation around it; empty if nothing is left.
   */
  static String core(String paragraph) {
    if (!WORD_CHAR.matcher(paragraph).find()) {
      return "";
    }
    String core = AROUND.matcher(paragraph).replaceAll("");
    return BRACKETS.matcher(core).replaceAll("$1").strip();
  }

  /** "Home > World > Europe", or one bullet of it that ends in a slash. */
  private static boolean isCrumb(String paragraph) {
    return paragraph.length() < 160
        && (CRUMBS.matcher(paragraph).matches()
            || (paragraph.length() < 40 && (paragraph.endsWith("/") || paragraph.endsWith(">"))));
  }

  private static boolean matches(List<Rule> rules, String core) {
    String lower = core.toLowerCase(Locale.ROOT).replace('’', '\'');
    for (Rule rule : rules) {
      if (rule.matches(rule.anyCase() ? lower : core)) {
        return true;
      }
    }
    return false;
  }

  /** A rule: the fixed parts between its stars, in order. */
  private record Rule(List<String> parts, boolean anyCase) {
    static Rule of(String line) {
      return new Rule(List.of(line.split("\\*", -1)), line.equals(line.toLowerCase(Locale.ROOT)));
    }

    boolean matches(String text) {
      String first = parts.get(0);
      if (!text.startsWith(first)) {
        return false;
      }
      int from = first.length();
      for (int i = 1; i < parts.size() - 1; i++) {
        int at = text.indexOf(parts.get(i), from);
        if (at < 0) {
          return false;
        }
        from = at + parts.get(i).length();
      }
      String last = parts.get(parts.size() - 1);
      return parts.size() == 1
          ? text.length() == from
          : text.length() - last.length() >= from && text.endsWith(last);
    }
  }
}
