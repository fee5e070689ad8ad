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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The sample day: 12 March 2026 on an invented wire, written for this project, with the truth about
 * its stories. {@code docs/sample-day.md} tells what is in it.
 */
public final class SampleDay {
  private static final String ITEMS = "/dev/storywire/sample/sample-day.jsonl";
  private static final String TRUTH = "/dev/storywire/sample/sample-day.truth.jsonl";

  private SampleDay() {}

  /**
   * Where an article stands at the end of the day.
   *
   * @param story the author's name for its story; for a killed article the one it was in
   * @param relation absent where the article was killed
   * @param how how the text came about: first, take, rewrite, reprint, trimmed and so on
   */
  public record Truth(
      String uri,
      String story,
      ArticleVerdict.Status status,
      ArticleVerdict.@Nullable Relation relation,
      @Nullable String copyOf,
      String how) {}

  /** An item and when the wire carried it: the timestamp of its record. */
  public record Sent(Instant at, NewsItem item) {}

  /** The day as the wire carried it. A resend comes when its turn is, later than it was made. */
  public static List<Sent> wire() {
    var sent = new ArrayList<Sent>();
    Instant now = Instant.MIN;
    for (NewsItem item : items()) {
      Instant made = Objects.requireNonNull(item.versionCreated(), item.uri());
      now = made.isAfter(now) ? made : now;
      sent.add(new Sent(now, item));
    }
    return List.copyOf(sent);
  }

  /** Every record in the order the wire carried them: versions, one kill and resends among them. */
  public static List<NewsItem> items() {
    return lines(ITEMS, NewsItem.class);
  }

  /** One line for each article, in the order of their first versions. */
  public static List<Truth> truth() {
    return lines(TRUTH, Truth.class);
  }

  /**
   * Writes the first version of each article with its story, as lines that training and evaluation
   * read: {@code id, source, title, body, publishedAt, language, story}. Returns the file.
   */
  public static Path writeLabelled(Path file) throws IOException {
    Map<String, Truth> truth = new HashMap<>();
    truth().forEach(line -> truth.put(line.uri(), line));
    List<String> lines = new ArrayList<>();
    for (Sent sent : wire()) {
      Truth about = truth.remove(sent.item().uri());
      if (about != null) {
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
