package dev.storywire.serve.api;

import dev.storywire.serve.http.Problem;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses times and durations in the query part of a URL. */
final class TimeParameter {
  private static final Pattern DURATION = Pattern.compile("([1-9]\\d{0,3})([mhd])");
  private static final int DATE = "2026-03-02".length();

  private TimeParameter() {}

  /** Parses a number of minutes, hours or days, such as {@code 6h}. */
  static @Nullable Duration duration(String name, @Nullable String value) {
    if (value == null) {
      return null;
    }
    Matcher parts = DURATION.matcher(value);
    if (!parts.matches()) {
      throw Problem.badRequest(
          "%s is '%s'; it must be a number of minutes, hours or days, such as 30m, 6h or 2d."
              .formatted(name, QueryString.cut(value)));
    }
    long number = Long.parseLong(parts.group(1));
    return switch (parts.group(2)) {
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }

  /** Parses an RFC 3339 time, or a date, which stands for its first moment in UTC. */
  static @Nullable Instant from(String name, @Nullable String value) {
    return value == null ? null : parse(name, value, 0);
  }

  /** Parses an RFC 3339 time, or a date, which stands for its last moment in UTC. */
  static @Nullable Instant to(String name, @Nullable String value) {
    return value == null ? null : parse(name, value, 1);
  }

  private static Instant parse(String name, String value, int daysAdded) {
    try {
      if (value.length() == DATE) {
        LocalDate day = LocalDate.parse(value).plusDays(daysAdded);
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(daysAdded);
      }
      // a plus sign that was not encoded is a space
      return OffsetDateTime.parse(value.replace(' ', '+')).toInstant();
    } catch (DateTimeException e) {
      throw Problem.badRequest(
          "%s is '%s'; it must be a time such as 2026-03-02T12:00:00Z, or a date."
              .formatted(name, QueryString.cut(value)));
    }
  }
}
