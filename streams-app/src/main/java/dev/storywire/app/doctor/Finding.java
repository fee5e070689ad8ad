package dev.storywire.app.doctor;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;

/**
 * What {@code storywire doctor} found out about one thing.
 *
 * @param subject what was looked at
 * @param found how it is
 * @param advice what to do; empty where nothing is to be done
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Finding(Level level, String subject, String found, String advice) {

  /** How it stands. */
  enum Level {
    /** As it should be. */
    OK,
    /** It works, but not for long, not well, or not yet. */
    WARN,
    /** The service cannot work like this. */
    FAIL
  }

  static Finding ok(String subject, String found) {
    return new Finding(Level.OK, subject, found, "");
  }

  static Finding warn(String subject, String found, String advice) {
    return new Finding(Level.WARN, subject, found, advice);
  }

  static Finding fail(String subject, String found, String advice) {
    return new Finding(Level.FAIL, subject, found, advice);
  }

  /** One line for a person. */
  String line() {
    String line = "%-4s  %-12s %s".formatted(level.name().toLowerCase(Locale.ROOT), subject, found);
    return advice.isEmpty() ? line : line + "\n" + " ".repeat(19) + "→ " + advice;
  }
}
