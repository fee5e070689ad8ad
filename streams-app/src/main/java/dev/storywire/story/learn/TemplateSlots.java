package dev.storywire.story.learn;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the slots of the templates of one event. A slot has one value in all reports of the event.
 *
 * <p>A slot {@code {pool}} takes a value of that pool, {@code {pool:x}} another, and {@code {POOL}}
 * the first in capitals. A value may have slots itself, or be a range such as {@code 20..400}.
 */
final class TemplateSlots {
  private static final Pattern SLOT = Pattern.compile("\\{(\\w+)(:\\w+)?}");
  private static final Pattern RANGE = Pattern.compile("([\\d.]*\\d)\\.\\.(\\d[\\d.]*)");

  private final Map<String, List<String>> pools;
  private final Random random;
  private final Map<String, String> values = new HashMap<>();

  TemplateSlots(Map<String, List<String>> pools, Random random, ZonedDateTime time) {
    this.pools = pools;
    this.random = random;
    Locale locale = Locale.forLanguageTag(language());
    ZonedDateTime utc = time.withZoneSameInstant(ZoneOffset.UTC);
    values.put("weekday", utc.getDayOfWeek().getDisplayName(TextStyle.FULL, locale));
    values.put("day", Integer.toString(utc.getDayOfMonth()));
    values.put("month", utc.getMonth().getDisplayName(TextStyle.FULL, locale));
    values.put("last", utc.getMonth().minus(1).getDisplayName(TextStyle.FULL, locale));
  }

  /** Returns the language of the templates: that of the pool {@code language}, else English. */
  String language() {
    return pools.getOrDefault("language", List.of("en")).get(0);
  }

  /** Returns a text with its slots filled, the first letter in upper case. */
  String fill(String text) {
    Matcher slots = SLOT.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (slots.find()) {
      String name = slots.group(1).toLowerCase(Locale.ROOT);
      String other = slots.group(2) == null ? "" : slots.group(2).toLowerCase(Locale.ROOT);
      String value = value(name, other);
      boolean capitals = !name.equals(slots.group(1));
      slots.appendReplacement(
          filled, Matcher.quoteReplacement(capitals ? value.toUpperCase(Locale.ROOT) : value));
    }
    slots.appendTail(filled);
    return filled.isEmpty() ? "" : Character.toUpperCase(filled.charAt(0)) + filled.substring(1);
  }

  private String value(String pool, String other) {
    String known = values.get(pool + other);
    if (known != null) {
      return known;
    }
    String drawn = draw(pool);
    while (!other.isEmpty()
        && pools.getOrDefault(pool, List.of()).size() > 1
        && drawn.equals(values.get(pool))) {
      drawn = draw(pool);
    }
    values.put(pool + other, drawn);
    return drawn;
  }

  /** Draws a value; the slots in it are drawn again. */
  private String draw(String pool) {
    List<String> choices = pools.get(pool);
    if (choices == null) {
      throw new IllegalArgumentException("The templates have no pool " + pool);
    }
    String choice = choices.get(random.nextInt(choices.size()));
    Matcher range = RANGE.matcher(choice);
    if (range.matches()) {
      return number(range.group(1), range.group(2));
    }
    Matcher slots = SLOT.matcher(choice);
    StringBuilder filled = new StringBuilder();
    while (slots.find()) {
      slots.appendReplacement(filled, Matcher.quoteReplacement(draw(slots.group(1))));
    }
    return slots.appendTail(filled).toString();
  }

  private String number(String low, String high) {
    int decimals = low.contains(".") ? low.length() - low.indexOf('.') - 1 : 0;
    double from = Double.parseDouble(low);
    double drawn = from + random.nextDouble() * (Double.parseDouble(high) - from);
    return String.format(Locale.ROOT, "%." + decimals + "f", drawn);
  }
}
