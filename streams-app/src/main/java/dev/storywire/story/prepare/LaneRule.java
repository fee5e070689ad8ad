package dev.storywire.story.prepare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storywire.schemas.NewsItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Determines the lane of an article: its language, a field of the item, or several of these joined,
 * as in {@code language+desk}. The articles of a lane are decided in one order. Stories and copies
 * do not cross lanes.
 */
public final class LaneRule {
  /** Maximum length of the name of a lane, in chars. */
  public static final int MAX_LENGTH = 60;

  private static final String LANGUAGE = "language";
  private static final Pattern RULE = Pattern.compile("[A-Za-z]\\w*(\\+[A-Za-z]\\w*)*");
  private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final List<String> parts;

  private LaneRule(List<String> parts) {
    this.parts = parts;
  }

  /**
   * Parses a rule.
   *
   * @throws IllegalArgumentException if it does not consist of names of fields joined by +
   */
  public static LaneRule parse(String rule) {
    if (!RULE.matcher(rule).matches()) {
      throw new IllegalArgumentException(
          "A lane rule is 'language', a field of the item, or several joined by +; not '"
              + rule
              + "'.");
    }
    return new LaneRule(List.of(rule.split("\\+", -1)));
  }

  /** Returns the lane of an item whose text is in {@code language}. */
  String lane(NewsItem item, String language) {
    List<String> values = new ArrayList<>();
    for (String part : parts) {
      values.add(safe(part.equals(LANGUAGE) ? language : field(item, part)));
    }
    String lane = String.join(".", values);
    return lane.length() > MAX_LENGTH ? lane.substring(0, MAX_LENGTH) : lane;
  }

  private static String field(NewsItem item, String name) {
    if (name.equals("slugline")) {
      return item.slugline() == null ? "" : item.slugline();
    }
    JsonNode value = item.other().get(name);
    return value == null ? "" : value.asText();
  }

  private static String safe(String value) {
    String safe = UNSAFE.matcher(value.toLowerCase(Locale.ROOT)).replaceAll("-");
    return safe.isEmpty() ? "none" : safe;
  }
}
