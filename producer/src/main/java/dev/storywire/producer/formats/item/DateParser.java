package dev.storywire.producer.formats.item;

import static java.time.temporal.ChronoField.NANO_OF_SECOND;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQuery;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the times that wires write: RFC 3339, ISO 8601 basic and extended with or without a zone,
 * bare dates, and RFC 822 as feeds have it. A time without a zone is UTC; a bare date is its
 * midnight.
 */
public final class DateParser {
  /** {@code 2017-08-24T04:38:34+0000}, {@code 2016-02-09 09:17}, {@code 2016-02-09}. */
  private static final DateTimeFormatter EXTENDED = iso("uuuu-MM-dd[['T'][ ]HH:mm[:ss");

  /** {@code 20131020T192751+1100}, {@code 201310201927}, {@code 20131020}. */
  private static final DateTimeFormatter BASIC = iso("uuuuMMdd[['T']HHmm[ss");

  /** {@code 3 Feb 2014 10:11:12 EST}, {@code 03 Feb 14 10:11 +0000}. */
  private static final DateTimeFormatter RFC_822 =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("d MMM [uuuu][uu][ HH:mm[:ss]][ ][XX][XXX]")
          .optionalStart()
          .appendZoneText(
              TextStyle.SHORT,
              // the ones meant by short names that several zones share
              Set.of(
                  ZoneId.of("Europe/London"),
                  ZoneId.of("America/New_York"),
                  ZoneId.of("America/Chicago"),
                  ZoneId.of("Asia/Kolkata")))
          .optionalEnd()
          .toFormatter(Locale.ENGLISH);

  private static final List<DateTimeFormatter> FORMATS = List.of(EXTENDED, BASIC, RFC_822);

  /** Feeds often name the wrong one; the date says it all. */
  private static final Pattern WEEKDAY = Pattern.compile("^[A-Za-z]{3,9}\\.?,?\\s+");

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
        .toFormatter(Locale.ROOT);
  }

  /** The instant, or null if {@code text} is none that can be read. */
  public static @Nullable Instant parse(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String time = WEEKDAY.matcher(text.strip()).replaceFirst("").replaceAll("\\s+", " ");
    for (DateTimeFormatter format : FORMATS) {
      try {
        return instant(format.parseBest(time, KINDS));
      } catch (DateTimeException e) {
        // the next format may fit
      }
    }
    return null;
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
