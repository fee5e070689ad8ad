package dev.storywire.schemas;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Describes errors of the JSON parser for the sender of the JSON. The parser's own messages name
 * Java classes and quote the input.
 */
public final class JsonErrorText {
  private static final int MAX_QUOTED = 40;

  private JsonErrorText() {}

  /**
   * Returns a phrase that states where JSON does not parse, such as {@code it does not parse at
   * line 1, column 2}.
   */
  public static String position(JsonProcessingException e) {
    return e.getLocation() == null
        ? "it does not parse"
        : "it does not parse at line %d, column %d"
            .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }

  /** Returns the phrase for JSON on one line, without the number of the line. */
  public static String column(JsonProcessingException e) {
    return e.getLocation() == null
        ? "it does not parse"
        : "it does not parse at column %d".formatted(e.getLocation().getColumnNr());
  }

  /** Returns a phrase that states where truncated JSON ends, such as {@code within an object}. */
  public static String unclosed(JsonProcessingException e) {
    if (e.getProcessor() instanceof JsonParser parser) {
      JsonStreamContext end = parser.getParsingContext();
      return end.inObject()
          ? "within an object"
          : end.inArray() ? "within an array" : "within a value";
    }
    return "too early";
  }

  /**
   * Returns a phrase about the field with an invalid value, such as {@code the field headlines has
   * the wrong type; expected an array}.
   *
   * @param what the whole value, such as {@code item}
   */
  public static String phrase(String what, JsonMappingException e) {
    if (isSyntax(e)) {
      return "the %s is not JSON: %s".formatted(what, position(e));
    }
    String path = path(e);
    if (path.isEmpty()) {
      return "the " + what + " is not one JSON object";
    }
    if (e instanceof UnrecognizedPropertyException) {
      return "the field " + path + " is unknown";
    }
    return isTime(e) && e instanceof InvalidFormatException invalid
        ? "the field %s is %s; expected a time such as 2026-03-02T12:00:00Z"
            .formatted(path, quote(String.valueOf(invalid.getValue())))
        : "the field %s has the wrong type%s".formatted(path, expected(e));
  }

  /** Returns the phrase as a sentence. */
  static String sentence(String what, JsonMappingException e) {
    String phrase = phrase(what, e);
    return Character.toUpperCase(phrase.charAt(0)) + phrase.substring(1) + ".";
  }

  /** Returns true if the value of a field does not parse. */
  static boolean isSyntax(JsonMappingException e) {
    return e.getCause() instanceof JsonParseException;
  }

  /** Returns true if the invalid value should have been a time. */
  static boolean isTime(JsonMappingException e) {
    return e instanceof InvalidFormatException f && Instant.class.equals(f.getTargetType());
  }

  /** Returns a text in quotation marks, truncated. */
  static String quote(String value) {
    return '"' + (value.length() > MAX_QUOTED ? value.substring(0, MAX_QUOTED) + "…" : value) + '"';
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .map(step -> step.length() > MAX_QUOTED ? step.substring(0, MAX_QUOTED) + "…" : step)
        .collect(Collectors.joining("."));
  }

  private static String expected(JsonMappingException e) {
    Class<?> type = e instanceof MismatchedInputException m ? m.getTargetType() : null;
    if (type == null) {
      return "";
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "; expected an array";
    }
    if (type == String.class) {
      return "; expected a string";
    }
    return type.isRecord() ? "; expected an object" : "";
  }
}
