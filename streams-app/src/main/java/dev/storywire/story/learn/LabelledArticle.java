package dev.storywire.story.learn;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.storywire.schemas.NewsItem;
import dev.storywire.text.TextFile;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a labelled stream.
 *
 * @param publishedAt RFC 3339
 * @param story the label; null or empty for background, which is in the stream but is not scored
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LabelledArticle(
    String id,
    @Nullable String url,
    @Nullable String source,
    @Nullable String title,
    @Nullable String body,
    String publishedAt,
    @Nullable String language,
    @Nullable String story) {

  /**
   * Reads JSON Lines, plain or gzip, or makes the articles of {@link RoutineTemplates}. Returns
   * them in the order of publishedAt; lines of one time stay in file order.
   *
   * @throws UncheckedIOException naming the file, if it cannot be read
   */
  public static List<LabelledArticle> read(Path file) {
    if (RoutineTemplates.isTemplates(file)) {
      return RoutineTemplates.read(file).articles();
    }
    try (Reader in = TextFile.open(file);
        MappingIterator<LabelledArticle> lines =
            new JsonMapper().readerFor(LabelledArticle.class).readValues(in)) {
      List<LabelledArticle> articles = lines.readAll();
      articles.sort(Comparator.comparing(LabelledArticle::time));
      return articles;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** Returns {@code publishedAt} as an instant. */
  public Instant time() {
    return Instant.parse(publishedAt);
  }

  /** Returns true if it is scored. */
  boolean isLabelled() {
    return story != null && !story.isEmpty();
  }

  /** Returns the article with the paragraphs that begin in its first {@code chars} characters. */
  LabelledArticle brief(int chars) {
    if (body == null || body.length() <= chars) {
      return this;
    }
    int end = body.indexOf('\n', chars);
    return end < 0 ? this : withBody(body.substring(0, end));
  }

  /** Returns the article, cut after the last word within {@code chars} characters. */
  LabelledArticle excerpt(int chars) {
    if (body == null || body.length() <= chars) {
      return this;
    }
    int end = body.lastIndexOf(' ', chars);
    return withBody(body.substring(0, end < chars / 2 ? chars : end));
  }

  /** Returns the article without its body. */
  LabelledArticle headlineOnly() {
    return withBody("");
  }

  private LabelledArticle withBody(String other) {
    return new LabelledArticle(id, url, source, title, other, publishedAt, language, story);
  }

  /** Returns the article as a raw item. */
  public NewsItem item() {
    return NewsItem.plain(id, time(), language, title, body, source);
  }
}
