package dev.storywire.producer.formats.item;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names of months and weekdays in seven languages: those of the Unicode CLDR, as provided by Java,
 * and further abbreviations that feeds use.
 */
final class CalendarNames {
  private static final List<Locale> LANGUAGES =
      List.of("en", "de", "fr", "es", "it", "pt", "nl").stream()
          .map(Locale::forLanguageTag)
          .toList();

  private static final List<TextStyle> STYLES =
      List.of(
          TextStyle.FULL, TextStyle.SHORT, TextStyle.FULL_STANDALONE, TextStyle.SHORT_STANDALONE);

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private static final Map<String, Integer> MONTHS = months();
  private static final Set<String> WEEKDAYS = weekdays();

  private CalendarNames() {}

  /** Returns the text in lower case, without accents. */
  static String fold(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
  }

  /** Returns the number of the month with this {@linkplain #fold folded} name, or null. */
  static @Nullable Integer month(String name) {
    return MONTHS.get(name);
  }

  static boolean isWeekday(String name) {
    return WEEKDAYS.contains(name);
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>();
    Set<String> ambiguous = new HashSet<>();
    for (Month month : Month.values()) {
      for (Locale language : LANGUAGES) {
        for (TextStyle style : STYLES) {
          String name = withoutDot(fold(month.getDisplayName(style, language)));
          Integer other = months.put(name, month.getValue());
          if (other != null && other != month.getValue()) {
            ambiguous.add(name);
          }
        }
      }
    }
    months.keySet().removeAll(ambiguous);
    months.putAll(Map.of("sept", 9, "mrz", 3, "maerz", 3, "mrt", 3, "okt", 10, "dez", 12));
    months.putAll(Map.of("mai", 5, "avr", 4, "fev", 2, "dec", 12, "ago", 8, "set", 9, "out", 10));
    months.putAll(Map.of("janner", 1, "feber", 2, "setiembre", 9, "genn", 1, "sett", 9, "aou", 8));
    return Map.copyOf(months);
  }

  private static Set<String> weekdays() {
    Set<String> weekdays = new HashSet<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      for (Locale language : LANGUAGES) {
        for (TextStyle style : STYLES) {
          weekdays.add(withoutDot(fold(day.getDisplayName(style, language))));
        }
      }
    }
    weekdays.addAll(Set.of("tues", "wednes", "thur", "thurs", "weds", "sonnabend"));
    weekdays.addAll(Set.of("segunda", "terca", "quarta", "quinta", "sexta"));
    return Set.copyOf(weekdays);
  }

  private static String withoutDot(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }
}
