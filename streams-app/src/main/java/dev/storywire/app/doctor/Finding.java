package dev.storywire.app.doctor;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;

/**
 * The result of a check of {@code storywire doctor}.
 *
 * @param subject the thing checked
 * @param found its state
 * @param advice the remedy; empty if none is needed
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Finding(Level level, String subject, String found, String advice) {

  /** Severity. */
  enum Level {
    /** No problem. */
    OK,
    /** The service works, but there is a risk. */
    WARN,
    /** The service cannot work. */
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

  /** Returns the finding as text: one line, and a second one with the advice. */
  String line() {
    String line = "%-4s  %-12s %s".formatted(level.name().toLowerCase(Locale.ROOT), subject, found);
    return advice.isEmpty() ? line : line + "\n" + " ".repeat(19) + "→ " + advice;
  }
}
