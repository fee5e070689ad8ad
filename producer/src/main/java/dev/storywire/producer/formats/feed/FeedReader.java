package dev.storywire.producer.formats.feed;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import dev.storywire.producer.formats.source.ItemReader;
import dev.storywire.producer.formats.source.ItemSink;
import dev.storywire.producer.formats.source.RefusedException;
import dev.storywire.producer.formats.source.Source;
import dev.storywire.producer.formats.xml.XmlParser;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jdom2.Document;

/** Reads RSS 0.9 to 2.0, RDF and Atom with Rome, after its XML has been made safe. */
public final class FeedReader implements ItemReader {
  @Override
  public void read(Source source, ItemSink sink) throws IOException, RefusedException {
    SyndFeed feed = feed(XmlParser.parse(source, FeedNormalizer::build));
    if (feed.getEntries().isEmpty()) {
      throw new RefusedException("no-items", "the feed has no items");
    }
    FeedEntryReader items = new FeedEntryReader(feed, source.id(), repeated(feed));
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

  private static SyndFeed feed(Document document) throws RefusedException {
    try {
      return new SyndFeedInput().build(document);
    } catch (FeedException e) {
      throw new RefusedException("bad-feed", "not a feed that can be read: " + e.getMessage());
    } catch (RuntimeException e) {
      // thrown by Rome's parsers where an element they count on is not there
      throw new RefusedException("bad-feed", "it lacks the elements that a feed is made of");
    }
  }

  /** Links that several entries share: such a link is the site's, not the entry's. */
  private static Set<String> repeated(SyndFeed feed) {
    Set<String> seen = new HashSet<>();
    Set<String> repeated = new HashSet<>();
    for (SyndEntry entry : feed.getEntries()) {
      String link = FeedEntryReader.link(entry);
      if (link != null && !seen.add(link)) {
        repeated.add(link);
      }
    }
    return repeated;
  }
}
