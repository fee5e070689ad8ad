package dev.storywire.producer.formats.page;

import dev.storywire.producer.formats.item.DateParser;
import dev.storywire.producer.formats.item.ItemBuilder;
import dev.storywire.producer.formats.item.PlainTitle;
import dev.storywire.producer.formats.item.WebLink;
import dev.storywire.producer.formats.source.ItemReader;
import dev.storywire.producer.formats.source.ItemSink;
import dev.storywire.producer.formats.source.RefusedException;
import dev.storywire.producer.formats.source.Source;
import dev.storywire.producer.formats.source.TextDecoder;
import dev.storywire.schemas.NewsItem;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import net.dankito.readability4j.extended.Readability4JExtended;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads a web page as one article: the main text that Readability finds, and metadata from JSON-LD
 * ({@link StructuredData}), Open Graph and meta elements, in this order of trust.
 */
public final class HtmlReader implements ItemReader {
  /** Maximum nesting depth. Real pages are less deep. */
  private static final int MAX_DEPTH = 100;

  /** Base URL for a page without one, since Readability requires it. */
  private static final String NO_BASE = "http://page.invalid/";

  @Override
  public void read(Source source, ItemSink sink) throws IOException, RefusedException {
    boolean fetched = source.id().startsWith("http://") || source.id().startsWith("https://");
    String base = fetched ? source.id() : "";
    Document page = Jsoup.parse(TextDecoder.text(source, sink), base);
    sink.item(article(page, source.id()), source.name());
  }

  private static NewsItem article(Document page, String id) throws RefusedException {
    StructuredData data = StructuredData.of(page);
    String link =
        PageLink.of(
            page,
            page.select("link[rel=canonical]").attr("href"),
            meta(page, "og:url"),
            data.text("url"),
            data.text("mainEntityOfPage"));
    String headline =
        ItemBuilder.first(
            PlainTitle.of(data.text("headline")),
            PlainTitle.of(meta(page, "og:title")),
            heading(page));
    ItemBuilder draft = ItemBuilder.of(link == null ? id : WebLink.identity(link));
    draft.firstCreated =
        time(
            data.text("datePublished"),
            meta(page, "article:published_time"),
            meta(page, "date"),
            page.select("time[datetime]").attr("datetime"));
    Instant modified = time(data.text("dateModified"), meta(page, "article:modified_time"));
    draft.versionCreated = modified == null ? draft.firstCreated : modified;
    draft
        .language(ItemBuilder.first(page.select("html").attr("lang"), data.text("inLanguage")))
        .headline("main", ItemBuilder.first(headline, PlainTitle.of(page.title())))
        .by(ItemBuilder.first(data.names("author"), meta(page, "author")))
        .source(ItemBuilder.first(data.names("publisher"), meta(page, "og:site_name")), null)
        .altId("url", link);
    addBody(draft, page, data.text("articleBody"), headline);
    page.select("meta[property=article:tag], meta[name=news_keywords]").stream()
        .flatMap(tag -> Stream.of(tag.attr("content").split(",")))
        .forEach(tag -> draft.subject(null, tag));
    String image = ItemBuilder.text(meta(page, "og:image"));
    if (image != null) {
      draft.association(new NewsItem.Association("media", null, "image", image));
    }
    return draft.build();
  }

  /** Adds the text of the page or, if a script would fill the page, that of its JSON-LD. */
  private static void addBody(
      ItemBuilder draft, Document page, @Nullable String structured, @Nullable String headline) {
    String text = mainText(page, headline);
    if (structured != null && structured.length() > 2 * Jsoup.parse(text).text().length()) {
      draft.body("main", "text/plain", TextDecoder.legal(structured));
    } else {
      draft.body("main", "text/html", text);
    }
  }

  /** Returns the text that Readability extracts, or the whole body if it finds no article. */
  private static String mainText(Document page, @Nullable String headline) {
    String content = readable(page, headline);
    Element text = content == null ? page.body() : Jsoup.parseBodyFragment(content).body();
    // Readability may move them to the text
    RemovedElements.remove(text, "title, meta, base, link");
    return text.hasText() ? TextDecoder.legal(text.html()) : "";
  }

  private static @Nullable String readable(Document page, @Nullable String headline) {
    if (page.select("*").stream().anyMatch(element -> element.parents().size() > MAX_DEPTH)) {
      return null; // its running time is quadratic in the depth
    }
    ConsentBoxes.remove(page);
    Element article = ArticleElement.of(page);
    if (article != null) {
      page.body().empty().appendChild(article);
    }
    PageCleaner.clean(page, headline);
    String uri = page.location().isEmpty() ? NO_BASE : page.location();
    try {
      String content = new Readability4JExtended(uri, page.outerHtml()).parse().getContent();
      // without the URL of the page, links stay relative
      return content == null ? null : ItemBuilder.text(content.replace(NO_BASE, "/"));
    } catch (RuntimeException e) {
      return null; // it fails on some malformed pages
    }
  }

  private static @Nullable String heading(Document page) {
    return page.select("h1").size() == 1 ? page.select("h1").text() : null;
  }

  private static @Nullable String meta(Document page, String name) {
    return page.select("meta").stream()
        .filter(meta -> name.equals(meta.attr("property")) || name.equals(meta.attr("name")))
        .map(meta -> meta.attr("content"))
        .filter(content -> !content.isBlank())
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Instant time(@Nullable String... candidates) {
    return Stream.of(candidates)
        .map(DateParser::parse)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
