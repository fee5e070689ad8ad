package dev.storywire.dedup.learn;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storywire.dedup.Fingerprint;
import dev.storywire.dedup.Fingerprinter;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.NewsItem;
import dev.storywire.text.TextFile;
import dev.storywire.text.clean.Cleaner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two articles with a label: a line {@code {a, b, label}} of a file of pairs, where a and b are
 * {@code {id, source, title, body, publishedAt}}.
 *
 * @param label "copy" or another relation; empty for unlabelled pairs
 * @param apart time between the articles; zero if one has no time
 */
record LabelledPair(
    String idOfA, String idOfB, Fingerprint a, Fingerprint b, Duration apart, String label) {
  static final String COPY = "copy";

  boolean isCopy() {
    return label.equals(COPY);
  }

  /**
   * Reads all pairs of a file, which is gzip if its name ends in {@code .gz}.
   *
   * @throws IOException if it cannot be read, or a line is not a pair; the message names the line
   */
  static List<LabelledPair> read(Path file) throws IOException {
    var cleaner = new Cleaner();
    var fingerprinter = new Fingerprinter();
    var pairs = new ArrayList<LabelledPair>();
    try (var lines = TextFile.open(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          JsonNode pair = Json.mapper().readTree(line);
          if (!pair.path("a").isObject() || !pair.path("b").isObject()) {
            throw new IOException(
                "%s: pair %d has no articles a and b".formatted(file, pairs.size() + 1));
          }
          pairs.add(
              new LabelledPair(
                  pair.path("a").path("id").asText(),
                  pair.path("b").path("id").asText(),
                  fingerprinter.of(cleaner.clean(item(pair.path("a")))),
                  fingerprinter.of(cleaner.clean(item(pair.path("b")))),
                  apart(pair.path("a").path("publishedAt"), pair.path("b").path("publishedAt")),
                  pair.path("label").asText("")));
        }
      }
    }
    return pairs;
  }

  private static NewsItem item(JsonNode article) {
    return NewsItem.plain(
        article.path("id").asText(),
        null,
        null,
        article.path("title").asText(""),
        article.path("body").asText(""),
        article.path("source").asText(""));
  }

  /**
   * Returns the time between two articles: exact if both have a time of day, else in whole days.
   */
  private static Duration apart(JsonNode a, JsonNode b) {
    Optional<LocalDateTime> timeOfA = time(a.asText(""));
    Optional<LocalDateTime> timeOfB = time(b.asText(""));
    if (timeOfA.isPresent() && timeOfB.isPresent()) {
      return Duration.between(timeOfA.get(), timeOfB.get()).abs();
    }
    Optional<LocalDate> dayOfA = day(a.asText(""));
    Optional<LocalDate> dayOfB = day(b.asText(""));
    return dayOfA.isPresent() && dayOfB.isPresent()
        ? Duration.ofDays(Math.abs(dayOfA.get().toEpochDay() - dayOfB.get().toEpochDay()))
        : Duration.ZERO;
  }

  private static Optional<LocalDateTime> time(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text.substring(0, Math.min(19, text.length()))));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text.substring(0, Math.min(10, text.length()))));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
