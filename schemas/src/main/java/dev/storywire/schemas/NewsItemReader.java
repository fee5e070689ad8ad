package dev.storywire.schemas;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Parses the bytes of a raw record as a {@link NewsItem}, or refuses them with a reason.
 *
 * <p>An item must satisfy the contract of {@code storywire.raw}: JSON with a uri, at least one
 * headline or body (except for a kill or hold), values of the right types, and only characters that
 * XML 1.0 allows.
 */
public final class NewsItemReader {
  /** Maximum length of a uri, in chars. */
  public static final int MAX_URI = 1024;

  /** Maximum length of the text of an item, headlines and bodies together, in chars. */
  public static final int MAX_TEXT = 2_000_000;

  /** Highest version number. Agencies that count transmissions exceed a billion. */
  public static final int MAX_VERSION = 1_999_999_999;

  private static final Instant FIRST_TIME = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LAST_TIME = Instant.parse("9999-12-31T23:59:59.999999999Z");

  // otherwise the second of two items in one record would be lost
  private static final ObjectReader READER =
      Json.mapper().readerFor(NewsItem.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** The result of parsing. */
  public sealed interface Result {}

  /** A valid item and its version number. */
  public record Read(NewsItem item, int version) implements Result {}

  /** An invalid item. */
  public record Refused(Refusal refusal) implements Result {}

  private NewsItemReader() {}

  /** Parses one item. Does not throw exceptions for invalid input. */
  public static Result read(byte @Nullable [] bytes) {
    if (bytes == null || bytes.length == 0) {
      return refuse("empty", "The record has no value; expected a ninjs item as JSON.");
    }
    try {
      Result result = check(READER.readValue(bytes));
      return result instanceof Read
          ? UnpairedSurrogates.find(bytes)
              .<Result>map(reason -> refuse("control-characters", reason))
              .orElse(result)
          : result;
    } catch (StreamConstraintsException e) {
      return refuse("over-limits", "The JSON exceeds the limits: " + e.getOriginalMessage());
    } catch (JsonParseException e) {
      return refuse("not-json", "The record is not JSON: " + JsonErrorText.position(e) + ".");
    } catch (JsonMappingException e) {
      String code = JsonErrorText.isSyntax(e) ? "not-json" : "wrong-type";
      return refuse(
          JsonErrorText.isTime(e) ? "bad-date" : code, JsonErrorText.sentence("record", e));
    } catch (IOException e) {
      return refuse("not-json", "The record cannot be read as JSON in UTF-8.");
    }
  }

  private static Result check(@Nullable NewsItem item) {
    if (item == null) {
      return refuse("wrong-type", "The record is JSON null; expected an object.");
    }
    String uri = item.uri();
    if (uri == null || uri.isBlank()) {
      return refuse("no-uri", "The field uri is missing or empty; every item needs one.");
    }
    if (uri.length() > MAX_URI) {
      return refuse("bad-uri", "The uri has " + uri.length() + " chars; at most " + MAX_URI + ".");
    }
    Optional<String> illegal = illegalText(item);
    if (illegal.isPresent()) {
      return refuse("control-characters", illegal.get());
    }
    Optional<String> badTime = badTime(item);
    if (badTime.isPresent()) {
      return refuse("bad-date", badTime.get());
    }
    boolean gone = item.pubStatus() != null && item.pubStatus() != PubStatus.USABLE;
    long length = textLength(item);
    if (length == 0 && !gone) {
      return refuse("no-text", "The item has neither a headline nor a body with text.");
    }
    if (length > MAX_TEXT) {
      return refuse("too-large", "The item has " + length + " chars of text; at most " + MAX_TEXT);
    }
    return versioned(item);
  }

  private static Result versioned(NewsItem item) {
    String version = item.version();
    if (version == null || version.isBlank()) {
      return new Read(item, 1);
    }
    try {
      int number = Integer.parseInt(version.strip());
      if (number >= 0 && number <= MAX_VERSION) {
        return new Read(item, number);
      }
    } catch (NumberFormatException e) {
      // not a number: refused below
    }
    return refuse(
        "bad-version",
        "The version "
            + JsonErrorText.quote(version)
            + " is not a whole number from 0 to "
            + MAX_VERSION
            + ".");
  }

  private static long textLength(NewsItem item) {
    return texts(item).mapToLong(t -> t.value().strip().length()).sum();
  }

  private static Optional<String> illegalText(NewsItem item) {
    return Stream.concat(Stream.of(new Text("uri", item.uri())), texts(item))
        .map(NewsItemReader::illegal)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Stream<Text> texts(NewsItem item) {
    return Stream.concat(
        item.headlines().stream()
            .filter(h -> h.value() != null)
            .map(h -> new Text("headlines", Objects.requireNonNull(h.value()))),
        item.bodies().stream()
            .filter(b -> b.value() != null)
            .map(b -> new Text("bodies", Objects.requireNonNull(b.value()))));
  }

  private record Text(String field, String value) {}

  /** Finds a character outside the Char production of XML 1.0, or an unpaired surrogate. */
  private static Optional<String> illegal(Text text) {
    String value = text.value();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
      boolean lone = UnpairedSurrogates.isUnpaired(value, i);
      if (control || lone || c == 0xFFFE || c == 0xFFFF) {
        return Optional.of(
            "The field %s contains U+%04X at char %d, which XML 1.0 does not allow in text."
                .formatted(text.field(), (int) c, i));
      }
    }
    return Optional.empty();
  }

  /** Finds a time that cannot be written in RFC 3339, whose years have four digits. */
  private static Optional<String> badTime(NewsItem item) {
    Map<String, @Nullable Instant> times = new LinkedHashMap<>();
    times.put("versionCreated", item.versionCreated());
    times.put("firstCreated", item.firstCreated());
    times.put("contentCreated", item.contentCreated());
    times.put("embargoedUntil", item.embargoedUntil());
    return times.entrySet().stream()
        .filter(field -> field.getValue() != null)
        .filter(field -> isOutOfRange(field.getValue()))
        .map(
            field ->
                "The field %s is %s; expected a time of the years 0 to 9999."
                    .formatted(field.getKey(), field.getValue()))
        .findFirst();
  }

  private static boolean isOutOfRange(Instant time) {
    return time.isBefore(FIRST_TIME) || time.isAfter(LAST_TIME);
  }

  private static Refused refuse(String code, String reason) {
    return new Refused(new Refusal(code, reason));
  }
}
