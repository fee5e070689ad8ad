package dev.storywire.producer.formats.item;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses dates in words and in the format of RFC 822: {@code Mon, Mar 9 2026 04:45 PM}, {@code 9.
 * März 2026 14:20 Uhr}, {@code Tue, 10 Mar 2026 16:03:00 GMT+0200}. Numeric dates are read only if
 * day and month cannot be confused ({@code 09.03.2026}, {@code 2026/03/09}, {@code 2026-3-9 2:20
 * PM}).
 */
final class WordDate {
  private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th|er|[.ºª°])?";
  private static final String MONTH = "(?<month>[a-z]{3,10})\\.?";
  private static final String YEAR = "(?<year>\\d{4})";
  private static final String TIME =
      "(?<hour>\\d{1,2})(?:(?:[:.]| ?h ?)(?<minute>\\d{2}|(?<=:)\\d)"
          + "(?:[:.](?<second>\\d{2}|(?<=:)\\d)(?:[.,]\\d{1,9})?)?)?"
          + " ?(?<half>[ap]\\.? ?m\\b\\.?)?";
  // a comment in brackets explains an offset; alone, it may be a zone. A name may follow an offset
  private static final String ZONE =
      "(?: ?\\(?(?<zone>[a-z]{1,5})\\)?)?"
          + " ?(?:(?<offset>[+-]\\d{1,2}(?::?\\d{2})?)"
          + "(?: ?\\([^()]*\\)|\\[[^\\[\\]]*\\]| (?<after>[a-z]{1,5}))?)?";
  private static final String DAY_TIME = "(?:(?:,? (?:- )?|t)" + TIME + ZONE + ")?";

  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile(DAY + "[ -]?" + MONTH + ",?[ -]?(?<year>\\d{4}|\\d{2}),?" + DAY_TIME),
          Pattern.compile(MONTH + " " + DAY + ",? " + YEAR + DAY_TIME),
          Pattern.compile(MONTH + " " + DAY + " " + TIME + ZONE + " " + YEAR),
          Pattern.compile("(?<day>\\d{1,2})\\.(?<number>\\d{1,2})\\." + YEAR + DAY_TIME),
          Pattern.compile(
              YEAR + "(?<by>[-/.])(?<number>\\d{1,2})\\k<by>(?<day>\\d{1,2})" + DAY_TIME),
          Pattern.compile(TIME + ZONE + ",? " + DAY + " " + MONTH + ",? " + YEAR),
          Pattern.compile(TIME + ZONE + ",? " + MONTH + " " + DAY + ",? " + YEAR));

  /** Words between the parts of a date: "9 de marzo de 2026 a las 14:20", "14.20 Uhr". */
  private static final Pattern FILLER =
      Pattern.compile(
          " (?:de|del|den|di|du|of|van|at|um|om|kl|alle|ore|a las|as|uhr|uur|hs|hrs|h$)\\b\\.?"
              + "| a(?= \\d)");

  /** A weekday, or the article of a day: "Tue,10 Mar", "le lundi 9 mars". */
  private static final Pattern LEADING_WORD =
      Pattern.compile("^([a-z]{2,10}(?:-feira)?)(?:\\.? ?, ?|\\.? )");

  private static final Set<String> ARTICLES = Set.of("am", "den", "el", "il", "le", "on", "op");

  private WordDate() {}

  /**
   * Returns the instant, or null if the text has none of the known forms.
   *
   * @throws java.time.DateTimeException if it names a day or hour that does not exist
   */
  static @Nullable Instant parse(String text) {
    String plain = CalendarNames.fold(text);
    Matcher leading = LEADING_WORD.matcher(plain);
    if (leading.find()
        && (CalendarNames.isWeekday(leading.group(1)) || ARTICLES.contains(leading.group(1)))) {
      Instant instant = parse(plain.substring(leading.end()));
      if (instant != null) {
        return instant; // else the word may be a month: Spanish "mar" is March and Tuesday
      }
    }
    return dated(plain);
  }

  private static @Nullable Instant dated(String folded) {
    String text = FILLER.matcher(folded).replaceAll("");
    for (Pattern form : FORMS) {
      Matcher matcher = form.matcher(text);
      if (matcher.matches()) {
        return instant(matcher, form.pattern());
      }
    }
    return null;
  }

  private static @Nullable Instant instant(Matcher matcher, String form) {
    Integer month =
        form.contains("<number>")
            ? Integer.valueOf(matcher.group("number"))
            : CalendarNames.month(matcher.group("month"));
    String after = matcher.group("after");
    ZoneId zone = zone(after == null ? matcher.group("zone") : after, matcher.group("offset"));
    LocalTime time = time(matcher);
    if (month == null || zone == null || time == null) {
      return null;
    }
    LocalDate date = LocalDate.of(year(matcher), month, Integer.parseInt(matcher.group("day")));
    return LocalDateTime.of(date, time).atZone(zone).toInstant();
  }

  private static int year(Matcher matcher) {
    int year = Integer.parseInt(matcher.group("year"));
    if (matcher.group("year").length() > 2) {
      return year;
    }
    return 2000 + year > Year.now(ZoneOffset.UTC).getValue() + 1 ? 1900 + year : 2000 + year;
  }

  private static @Nullable LocalTime time(Matcher matcher) {
    String hours = matcher.group("hour");
    if (hours == null) {
      return LocalTime.MIDNIGHT;
    }
    String half = matcher.group("half");
    String minutes = matcher.group("minute");
    if (minutes == null && half == null) {
      return null; // a single number is not a time
    }
    int hour = Integer.parseInt(hours);
    if (half != null) {
      if (hour < 1 || hour > 12) {
        return null;
      }
      hour = hour % 12 + (half.startsWith("p") ? 12 : 0);
    }
    String seconds = Objects.requireNonNullElse(matcher.group("second"), "0");
    return LocalTime.of(
        hour,
        Integer.parseInt(Objects.requireNonNullElse(minutes, "0")),
        Integer.parseInt(seconds));
  }

  /** Returns the zone; null if its name is unknown or contradicts its offset. */
  private static @Nullable ZoneId zone(@Nullable String name, @Nullable String offset) {
    ZoneId named = name == null ? ZoneOffset.UTC : ZoneNames.find(name);
    if (named == null || offset == null) {
      return named;
    }
    ZoneOffset exact = ZoneNames.offset(offset);
    return named.equals(ZoneOffset.UTC) || named.equals(exact) ? exact : null;
  }
}
