package dev.storywire.text.clean;

import dev.storywire.text.Sections;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Recognises page furniture: advertising, newsletters, share lines, links to other pages, photo
 * credits, rights; and notes to editors. The rules are in the resources {@code furniture.txt} and
 * {@code wire-LANGUAGE.txt} and in the patterns of this class.
 */
final class PageFurniture {
  /** Maximum length of furniture. A longer paragraph is text. */
  private static final int MAX_LENGTH = 600;

  private static final int LONGEST_CREDIT = 100;

  private static final Pattern BRACKETS = Pattern.compile("^[(\\[]([^()\\[\\]]*)[)\\]]$");
  private static final Pattern CRUMBS = Pattern.compile(".{1,40}(?: [>»›] .{1,60}){1,6}[>»›/]?");
  private static final Pattern LINK =
      Pattern.compile("(?:https?://|www\\.)\\S+|[\\w-]+(?:\\.[\\w-]+)*\\.[a-z]{2,6}/?");
  private static final Pattern CREDIT =
      Pattern.compile(
          "(?:/ ?|\\| ?|\\( ?|via |courtesy of"
              + " )(?:AP|AFP|EPA|PA|Reuters|REUTERS|Getty|Bloomberg|Shutterstock|Associated"
              + " Press|The Associated Press|Pool)(?: ?(?:Photos?|Images?|file))*(?: ?/ ?[\\w"
              + " .]{2,40})? ?\\)?$");

  /** Each match of {@link #CREDIT} begins with one of these. */
  private static final List<String> CREDIT_STARTS = List.of("/", "|", "(", "via ", "courtesy of ");

  private final Rules drop;
  private final Rules end;
  private final Rules notes;

  private PageFurniture(Sections rules) {
    this.drop = new Rules(rules.get("drop"));
    this.end = new Rules(rules.get("end"));
    this.notes = new Rules(rules.get("notes"));
  }

  /** Returns the shipped rules. */
  static PageFurniture shipped() {
    return new PageFurniture(WireForms.read().plus(PageFurniture.class, "furniture.txt"));
  }

  /** Returns true if the paragraph is furniture. */
  boolean isFurniture(String paragraph) {
    if (paragraph.length() > MAX_LENGTH) {
      return false;
    }
    String core = core(paragraph);
    return core.isEmpty()
        || isCrumb(paragraph)
        || LINK.matcher(core).matches()
        || endsInCredit(paragraph)
        || drop.match(core);
  }

  private static boolean endsInCredit(String paragraph) {
    int from = Math.max(0, paragraph.length() - LONGEST_CREDIT);
    // most paragraphs have none of these, and finding that out is cheaper than matching
    return CREDIT_STARTS.stream().anyMatch(start -> paragraph.indexOf(start, from) >= 0)
        && CREDIT.matcher(paragraph).region(from, paragraph.length()).find();
  }

  /** Returns true if the article ends before this paragraph. */
  boolean endsArticle(String paragraph) {
    return paragraph.length() <= MAX_LENGTH && end.match(core(paragraph));
  }

  /** Returns true if the paragraph is a note to editors, such as "Achtung Redaktionen: ...". */
  boolean isNote(String paragraph) {
    return paragraph.length() <= MAX_LENGTH && notes.match(core(paragraph));
  }

  /** Returns the paragraph without surrounding bullets, brackets and punctuation; may be empty. */
  static String core(String paragraph) {
    int from = 0;
    int to = paragraph.length();
    while (from < to && !isWordOr(paragraph.charAt(from), "@©<(")) {
      from++;
    }
    while (to > from && !isWordOr(paragraph.charAt(to - 1), ")>")) {
      to--;
    }
    String core = paragraph.substring(from, to);
    if (core.chars().noneMatch(Character::isLetterOrDigit)) {
      return "";
    }
    if (!core.startsWith("(") && !core.startsWith("[")) {
      return core;
    }
    return BRACKETS.matcher(core).replaceAll("$1").strip();
  }

  private static boolean isWordOr(char c, String marks) {
    return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || marks.indexOf(c) >= 0;
  }

  /** Returns true for breadcrumbs: "Home > World > Europe", or one element that ends in a slash. */
  private static boolean isCrumb(String paragraph) {
    return paragraph.length() < 160
        && ((hasArrow(paragraph) && CRUMBS.matcher(paragraph).matches())
            || (paragraph.length() < 40 && (paragraph.endsWith("/") || paragraph.endsWith(">"))));
  }

  private static boolean hasArrow(String paragraph) {
    return paragraph.indexOf('>') >= 0
        || paragraph.indexOf('»') >= 0
        || paragraph.indexOf('›') >= 0;
  }

  /** Rules indexed by their first letter, so that a paragraph is matched against few rules. */
  private static final class Rules {
    private static final char ANY = '*';
    private final Map<Character, List<Rule>> byFirst = new HashMap<>();

    Rules(List<String> lines) {
      for (String line : lines) {
        Rule rule = Rule.of(line);
        byFirst.computeIfAbsent(rule.first(), first -> new ArrayList<>()).add(rule);
      }
    }

    boolean match(String core) {
      if (core.isEmpty()) {
        return false;
      }
      String lower = core.toLowerCase(Locale.ROOT).replace('’', '\'');
      return match(ANY, core, lower)
          || match(lower.charAt(0), core, lower)
          || (core.charAt(0) != lower.charAt(0) && match(core.charAt(0), core, lower));
    }

    private boolean match(char first, String core, String lower) {
      for (Rule rule : byFirst.getOrDefault(first, List.of())) {
        if (rule.matches(rule.anyCase() ? lower : core)) {
          return true;
        }
      }
      return false;
    }
  }

  /** A rule: the literal parts between its wildcards, in order. */
  private record Rule(List<String> parts, boolean anyCase) {
    static Rule of(String line) {
      return new Rule(List.of(line.split("\\*", -1)), line.equals(line.toLowerCase(Locale.ROOT)));
    }

    char first() {
      return parts.get(0).isEmpty() ? Rules.ANY : parts.get(0).charAt(0);
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
