package dev.storywire.producer.formats.feed;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import dev.storywire.producer.formats.item.ItemBuilder;
import dev.storywire.producer.formats.item.ItemUri;
import dev.storywire.producer.formats.item.PlainTitle;
import dev.storywire.producer.formats.item.Sha256;
import dev.storywire.producer.formats.item.SharedLinks;
import dev.storywire.producer.formats.item.WebLink;
import dev.storywire.producer.formats.source.RefusedException;
import dev.storywire.schemas.NewsItem;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * Converts the entries of one feed to news items. An entry is identified by its link, since guids
 * change more often; if it has no link, by its guid; otherwise by a hash of its text.
 */
final class FeedEntryReader {
  private final SyndFeed feed;
  private final String feedId;
  private final SharedLinks sharedLinks;

  FeedEntryReader(SyndFeed feed, String feedId, SharedLinks sharedLinks) {
    this.feed = feed;
    this.feedId = feedId;
    this.sharedLinks = sharedLinks;
  }

  /** Returns the link of the entry without tracking parameters, or null. */
  static @Nullable String link(SyndEntry entry) {
    String original =
        entry.getForeignMarkup().stream()
            .filter(element -> element.getName().equals("origLink"))
            .map(Element::getTextTrim)
            .findFirst()
            .orElse(entry.getLink());
    return WebLink.canonical(original);
  }

  NewsItem read(SyndEntry entry) throws RefusedException {
    String link = link(entry);
    String guid = ItemBuilder.text(entry.getUri());
    SyndContent body = longest(entry).orElse(null);
    String html = body == null ? "" : body.getValue();
    String title = PlainTitle.of(entry.getTitle());
    String publisher = publisher(entry);
    String listed = publisher == null ? AggregatorEntries.publisher(html, title) : null;
    boolean shared = sharedLinks.contains(WebLink.identity(link));
    ItemBuilder draft = ItemBuilder.of(identity(entry, shared ? null : link, guid));
    Instant published = instant(entry.getPublishedDate());
    Instant updated = instant(entry.getUpdatedDate());
    draft.firstCreated = published == null ? updated : published;
    draft.versionCreated = updated == null ? published : updated;
    draft
        .headline(
            "main",
            AggregatorEntries.title(
                title, ItemBuilder.first(publisher, listed, PlainTitle.of(feed.getTitle()))))
        .by(authors(entry))
        .language(language(entry))
        .altId("guid", guid)
        .altId("url", shared ? null : link);
    SyndFeed origin = entry.getSource();
    if (origin != null) {
      draft.source(origin.getLink(), PlainTitle.of(origin.getTitle()), null);
    }
    draft.source(listed, null);
    boolean first = origin == null && listed == null;
    draft.source(feed.getLink(), PlainTitle.of(feed.getTitle()), first ? null : "feed");
    for (SyndCategory category : entry.getCategories()) {
      draft.subject(category.getTaxonomyUri(), PlainTitle.of(category.getName()));
    }
    if (!AggregatorEntries.isList(html, ItemBuilder.first(publisher, listed), title, link)) {
      text(draft, entry);
    }
    FeedMedia.of(entry).forEach(draft::association);
    return draft
        .other(
            "copyrightNotice", ItemBuilder.first(rights(entry), PlainTitle.of(feed.getCopyright())))
        .build();
  }

  private String identity(SyndEntry entry, @Nullable String link, @Nullable String guid) {
    String page = WebLink.identity(link);
    if (page != null) {
      return page;
    }
    String guidLink = WebLink.identity(WebLink.canonical(guid));
    if (guid != null && !sharedLinks.contains(guidLink)) {
      return ItemUri.of(guid).equals(guid) ? guid : feedId + "#" + guid;
    }
    String words = entry.getTitle() + "\n" + longest(entry).map(SyndContent::getValue).orElse("");
    return feedId + "#" + Sha256.hex(words).substring(0, 16);
  }

  private static @Nullable String publisher(SyndEntry entry) {
    return entry.getSource() == null ? null : PlainTitle.of(entry.getSource().getTitle());
  }

  private static Optional<SyndContent> longest(SyndEntry entry) {
    return Stream.concat(entry.getContents().stream(), Stream.ofNullable(entry.getDescription()))
        .filter(content -> content.getValue() != null)
        .max(Comparator.comparingInt(content -> content.getValue().length()));
  }

  /** Uses the longest text as the body, and keeps a description as such. */
  private static void text(ItemBuilder draft, SyndEntry entry) {
    SyndContent summary = entry.getDescription();
    SyndContent body = longest(entry).orElse(null);
    if (body != null && Jsoup.parseBodyFragment(body.getValue()).hasText()) {
      draft.body(body == summary ? "summary" : "main", contentType(body), body.getValue());
    }
    if (summary != null && body != summary) {
      draft.description(contentType(summary), summary.getValue());
    }
  }

  private static String contentType(SyndContent content) {
    String type = content.getType() == null ? "html" : content.getType();
    return switch (type) {
      case "text", "text/plain" -> hasMarkup(content) ? "text/html" : "text/plain";
      case "xhtml", "application/xhtml+xml" -> "application/xhtml+xml";
      default -> "text/html";
    };
  }

  private static boolean hasMarkup(SyndContent content) {
    return content.getValue().contains("</") || content.getValue().contains("/>");
  }

  private @Nullable String authors(SyndEntry entry) {
    String names =
        entry.getAuthors().stream()
            .flatMap(person -> Stream.ofNullable(AuthorName.of(person.getName())))
            .distinct()
            .collect(Collectors.joining(", "));
    if (!names.isBlank()) {
      return names;
    }
    return ItemBuilder.first(
        AuthorName.of(entry.getAuthor()), names(entry.getSource()), feedAuthors());
  }

  /**
   * Returns the authors of an Atom feed, which its entries inherit. In RSS this field names an
   * editor.
   */
  private @Nullable String feedAuthors() {
    return String.valueOf(feed.getFeedType()).startsWith("atom") ? names(feed) : null;
  }

  private static @Nullable String names(@Nullable SyndFeed feed) {
    return feed == null
        ? null
        : feed.getAuthors().stream()
            .map(SyndPerson::getName)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
  }

  private @Nullable String language(SyndEntry entry) {
    return ItemBuilder.first(
        dublinCore(entry).map(DCModule::getLanguage).orElse(null), feed.getLanguage());
  }

  private static @Nullable String rights(SyndEntry entry) {
    return PlainTitle.of(dublinCore(entry).map(DCModule::getRights).orElse(null));
  }

  private static Optional<DCModule> dublinCore(SyndEntry entry) {
    return Optional.ofNullable((DCModule) entry.getModule(DCModule.URI));
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }
}
