package dev.storywire.producer.formats.item;

import static java.time.temporal.ChronoField.NANO_OF_SECOND;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQuery;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses the dates found in news documents: RFC 3339, ISO 8601, epoch seconds and milliseconds, and
 * dates in words ({@link WordDate}). A time without a zone is in UTC; a date without a time means
 * midnight.
 *
 * <p>A wrong time is worse than none. Returns no time if any part of the text is not understood, or
 * if the year is before 1900 or after the next year.
 */
public final class DateParser {
  private static final int MIN_YEAR = 1900;

  /** Longer text is not a date. */
  private static final int MAX_LENGTH = 80;

  private static final int EPOCH_SECONDS_DIGITS = 10;
  private static final int EPOCH_MILLIS_DIGITS = 13;
  private static final int COMPACT_MINUTES_DIGITS = 12;
  private static final int COMPACT_SECONDS_DIGITS = 14;
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  /** Seconds with a fraction, as many programs write them. */
  private static final Pattern EPOCH_FRACTION = Pattern.compile("([0-9]{10})\\.[0-9]{1,9}");

  /** White space, with the spaces that Unicode puts before "p.m." and between thousands. */
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

  /** {@code 2017-08-24T04:38:34+0000}, {@code 2016-02-09 09:17}, {@code 2016-02-09}. */
  private static final DateTimeFormatter EXTENDED = iso("uuuu-MM-dd[['T'][ ]HH:mm[:ss");

  /** {@code 20131020T192751+1100}, {@code 20131020 1927}, {@code 201310201927}. */
  private static final DateTimeFormatter BASIC = iso("uuuuMMdd[['T'][ ]HHmm[ss");

  private static final List<DateTimeFormatter> ISO = List.of(EXTENDED, BASIC);

  private static final TemporalQuery<?>[] KINDS = {
    ZonedDateTime::from, LocalDateTime::from, LocalDate::from
  };

  private DateParser() {}

  private static DateTimeFormatter iso(String upToSeconds) {
    return new DateTimeFormatterBuilder()
        .appendPattern(upToSeconds)
        .optionalStart()
        .appendPattern("[.][,]")
        .appendFraction(NANO_OF_SECOND, 1, 9, false)
        .optionalEnd()
        .appendPattern("]][ ][XXX][XX][X]")
        .toFormatter(Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT); // otherwise 30 February is the 28th
  }

  /** Returns the instant, or null if {@code text} is absent, not a date or out of bounds. */
  public static @Nullable Instant parse(@Nullable String text) {
    if (text == null || text.length() > MAX_LENGTH) {
      return null;
    }
    try {
      Instant instant = unbounded(SPACES.matcher(text).replaceAll(" ").strip());
      return instant != null && isPlausible(instant) ? instant : null;
    } catch (DateTimeException e) {
      return null; // has the form of a date, but the day or hour does not exist
    }
  }

  private static @Nullable Instant unbounded(String text) {
    if (DIGITS.matcher(text).matches()) {
      if (text.length() == EPOCH_SECONDS_DIGITS) {
        return Instant.ofEpochSecond(Long.parseLong(text));
      }
      if (text.length() == EPOCH_MILLIS_DIGITS) {
        return Instant.ofEpochMilli(Long.parseLong(text));
      }
      if (text.length() == COMPACT_MINUTES_DIGITS || text.length() == COMPACT_SECONDS_DIGITS) {
        return unbounded(text.substring(0, 8) + "T" + text.substring(8));
      }
    }
    Matcher epoch = EPOCH_FRACTION.matcher(text);
    if (epoch.matches()) {
      return Instant.ofEpochSecond(Long.parseLong(epoch.group(1)));
    }
    for (DateTimeFormatter format : ISO) {
      try {
        return instant(format.parseBest(text, KINDS));
      } catch (DateTimeException e) {
        // the next format may fit
      }
    }
    return WordDate.parse(text);
  }

  private static boolean isPlausible(Instant instant) {
    int year = instant.atOffset(ZoneOffset.UTC).getYear();
    return year >= MIN_YEAR && year <= Year.now(ZoneOffset.UTC).getValue() + 1;
  }

  private static Instant instant(TemporalAccessor time) {
    if (time instanceof ZonedDateTime zoned) {
      return zoned.toInstant();
    }
    if (time instanceof LocalDateTime local) {
      return local.toInstant(ZoneOffset.UTC);
    }
    return ((LocalDate) time).atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
