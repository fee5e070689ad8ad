package dev.storywire.producer.formats;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.filter.Filters;
import org.jdom2.input.StAXStreamBuilder;

/** Reads RSS 0.9 to 2.0, RDF and Atom with Rome, after its XML has been made safe. */
final class FeedReader implements ItemReader {
  private static final Set<String> TIMES =
      Set.of("pubDate", "date", "published", "updated", "modified", "issued", "created");

  @Override
  public void read(Source source, ItemSink sink) throws IOException, RefusedException {
    SyndFeed feed = feed(Xml.parse(source, FeedReader::tree));
    if (feed.getEntries().isEmpty()) {
      throw new RefusedException("no-items", "the feed has no items");
    }
    FeedItem items = new FeedItem(feed, source.id(), repeated(feed));
    int number = 0;
    for (SyndEntry entry : feed.getEntries()) {
      String where = source.name() + "#" + ++number;
      try {
        sink.item(items.read(entry), where);
      } catch (RefusedException e) {
        sink.refused(e.refusal(), where);
      }
    }
  }

  private static Document tree(javax.xml.stream.XMLStreamReader reader)
      throws javax.xml.stream.XMLStreamException, RefusedException {
    try {
      return new StAXStreamBuilder().build(reader);
    } catch (JDOMException e) {
      if (e.getCause() instanceof javax.xml.stream.XMLStreamException cause) {
        throw cause;
      }
      throw new RefusedException("bad-xml", "not well-formed XML: " + e.getMessage());
    }
  }

  private static SyndFeed feed(Document document) throws RefusedException {
    List<Element> times = new ArrayList<>();
    document.getDescendants(Filters.element()).forEach(times::add);
    times.removeIf(element -> !TIMES.contains(element.getName()));
    for (Element element : times) {
      // Rome reads fewer kinds of time than feeds write
      Instant time = WireTime.parse(element.getText());
      if (time != null) {
        element.setText(time.toString());
      }
    }
    try {
      return new SyndFeedInput().build(document);
    } catch (FeedException | RuntimeException e) {
      // Rome's modules throw unchecked exceptions at values that are not what they expect
      throw new RefusedException("bad-feed", "not a feed that can be read: " + e.getMessage());
    }
  }

  /** Links that several entries share: such a link is the site's, not the entry's. */
  private static Set<String> repeated(SyndFeed feed) {
    Set<String> seen = new HashSet<>();
    Set<String> repeated = new HashSet<>();
    for (SyndEntry entry : feed.getEntries()) {
      String link = FeedItem.link(entry);
      if (link != null && !seen.add(link)) {
        repeated.add(link);
      }
    }
    return repeated;
  }
}
