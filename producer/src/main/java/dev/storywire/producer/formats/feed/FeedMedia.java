package dev.storywire.producer.formats.feed;

import com.rometools.rome.feed.synd.SyndEnclosure;
import com.rometools.rome.feed.synd.SyndEntry;
import dev.storywire.producer.formats.item.ItemBuilder;
import dev.storywire.schemas.NewsItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the media of an entry: its enclosures, its image for iTunes, and the {@code content}
 * elements of Media RSS. Only address and type are read, so that no other attribute can make an
 * entry unreadable.
 */
final class FeedMedia {
  /** The namespaces of Media RSS; feeds omit the slash often. */
  static final Set<String> MEDIA_RSS =
      Set.of("http://search.yahoo.com/mrss/", "http://search.yahoo.com/mrss");

  private static final String ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd";

  private FeedMedia() {}

  /** Returns the media in the order of the entry. */
  static List<NewsItem.Association> of(SyndEntry entry) {
    List<NewsItem.Association> media = new ArrayList<>();
    for (SyndEnclosure enclosure : entry.getEnclosures()) {
      add(media, enclosure.getType(), enclosure.getUrl());
    }
    for (Element element : entry.getForeignMarkup()) {
      if (element.getNamespaceURI().equalsIgnoreCase(ITUNES) && element.getName().equals("image")) {
        add(media, "image", element.getAttributeValue("href", element.getAttributeValue("url")));
      } else if (MEDIA_RSS.contains(element.getNamespaceURI())) {
        addContents(media, element);
        element.getChildren().forEach(child -> addContents(media, child));
      }
    }
    return media;
  }

  private static void addContents(List<NewsItem.Association> media, Element element) {
    if (element.getName().equals("content")) {
      String type = ItemBuilder.text(element.getAttributeValue("type"));
      add(
          media,
          type == null ? element.getAttributeValue("medium") : type,
          element.getAttributeValue("url"));
    }
  }

  private static void add(
      List<NewsItem.Association> media, @Nullable String type, @Nullable String address) {
    String href = ItemBuilder.text(address);
    if (href != null) {
      media.add(new NewsItem.Association("media", null, ItemBuilder.text(type), href));
    }
  }
}
