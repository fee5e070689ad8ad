package dev.storywire.app.demo;

import com.fasterxml.jackson.databind.ObjectReader;
import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.NewsItem;
import dev.storywire.text.TextFile;
import dev.storywire.text.clean.CleanArticle;
import dev.storywire.text.clean.Cleaner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The sample day: 12 March 2026 on invented wires in five languages, written for this project, with
 * its correct stories. {@code docs/sample-day.md} describes it.
 */
public final class SampleDay {
  /** The languages of the wires. */
  public static final List<String> LANGUAGES = List.of("en", "de", "es", "nl", "fr");

  private static final String ENGLISH = "en";

  private SampleDay() {}

  /**
   * The correct result for an article at the end of the day.
   *
   * @param story name of its story; for a killed article, of its former story
   * @param relation null if the article was killed, or is a note to editors
   * @param how origin of the text: first, take, rewrite, reprint, trimmed and so on
   */
  public record Truth(
      String uri,
      String story,
      ArticleVerdict.Status status,
      ArticleVerdict.@Nullable Relation relation,
      @Nullable String copyOf,
      String how) {}

  /** An item with its event time. */
  public record Sent(Instant at, NewsItem item) {}

  /** Returns the items of all wires in the order of their event times. */
  public static List<Sent> allWires() {
    return LANGUAGES.stream()
        .flatMap(language -> wire(language).stream())
        .sorted(Comparator.comparing(Sent::at))
        .toList();
  }

  /** Returns the items of the English wire with event times. */
  public static List<Sent> wire() {
    return wire(ENGLISH);
  }

  /** Returns the items with event times. A resent item has the time of the item before it. */
  public static List<Sent> wire(String language) {
    var sent = new ArrayList<Sent>();
    Instant now = Instant.MIN;
    for (NewsItem item : items(language)) {
      Instant made = Objects.requireNonNull(item.versionCreated(), item.uri());
      now = made.isAfter(now) ? made : now;
      sent.add(new Sent(now, item));
    }
    return List.copyOf(sent);
  }

  /** Returns all items in order, including new versions, a kill and resends. */
  public static List<NewsItem> items(String language) {
    return lines(resource(language) + ".jsonl", NewsItem.class);
  }

  /** Returns the headline and text of each item in order. */
  public static List<String> texts(String language) {
    return items(language).stream()
        .map(new Cleaner()::clean)
        .map(article -> article.headline() + "\n\n" + String.join("\n\n", article.paragraphs()))
        .toList();
  }

  /** Returns the correct results of the English wire. */
  public static List<Truth> truth() {
    return truth(ENGLISH);
  }

  /** Returns the correct result of each article, in the order of their first versions. */
  public static List<Truth> truth(String language) {
    return lines(resource(language) + ".truth.jsonl", Truth.class);
  }

  private static String resource(String language) {
    return "/dev/storywire/sample/sample-day" + (language.equals(ENGLISH) ? "" : "-" + language);
  }

  /** Writes the articles of the English wire, which are training data. Returns the file. */
  public static Path writeLabelled(Path file) throws IOException {
    return writeLabelled(ENGLISH, file);
  }

  /**
   * Writes the first version of each article with its story, in the format of training and
   * evaluation: {@code id, source, title, body, publishedAt, language, story}. Returns the file.
   */
  public static Path writeLabelled(String language, Path file) throws IOException {
    Map<String, Truth> truth = new HashMap<>();
    truth(language).forEach(line -> truth.put(line.uri(), line));
    List<String> lines = new ArrayList<>();
    for (Sent sent : wire(language)) {
      Truth about = truth.remove(sent.item().uri());
      if (about != null && about.status() != ArticleVerdict.Status.ADVISORY) {
        lines.add(labelled(sent, about.story()));
      }
    }
    return Files.write(file, lines);
  }

  private static String labelled(Sent sent, String story) {
    NewsItem item = sent.item();
    CleanArticle text = new Cleaner().clean(item);
    return Json.mapper()
        .createObjectNode()
        .put("id", item.uri())
        .put("source", item.infoSources().isEmpty() ? "" : item.infoSources().get(0).name())
        .put("title", text.headline())
        .put("body", String.join("\n\n", text.paragraphs()))
        .put("publishedAt", sent.at().toString())
        .put("language", item.language())
        .put("story", story)
        .toString();
  }

  private static <T> List<T> lines(String resource, Class<T> type) {
    ObjectReader reader = Json.mapper().readerFor(type);
    var values = new ArrayList<T>();
    try {
      for (String line : TextFile.shipped(SampleDay.class, resource)) {
        values.add(reader.readValue(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
    return List.copyOf(values);
  }
}
