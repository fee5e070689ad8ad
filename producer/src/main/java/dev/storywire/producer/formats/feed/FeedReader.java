package dev.storywire.producer.formats.feed;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import dev.storywire.producer.formats.item.SharedLinks;
import dev.storywire.producer.formats.item.WebLink;
import dev.storywire.producer.formats.source.DocumentRepair;
import dev.storywire.producer.formats.source.ItemReader;
import dev.storywire.producer.formats.source.ItemSink;
import dev.storywire.producer.formats.source.RefusedException;
import dev.storywire.producer.formats.source.Source;
import dev.storywire.producer.formats.xml.XmlParser;
import java.io.IOException;
import java.util.Date;
import org.jdom2.Document;

/**
 * Reads RSS 0.9 to 2.0, RDF and Atom with Rome, after {@link FeedNormalizer} has normalised them.
 */
public final class FeedReader implements ItemReader {
  @Override
  public void read(Source source, ItemSink sink) throws IOException, RefusedException {
    FeedNormalizer.Normalized normalized =
        XmlParser.parse(source, sink, reader -> FeedNormalizer.build(reader, source.id()));
    for (DocumentRepair repair : normalized.repairs()) {
      sink.repaired(repair, source.name());
    }
    SyndFeed feed = feed(normalized.document());
    Date built = feed.getPublishedDate();
    if (built != null) {
      sink.documentDate(built.toInstant());
    }
    FeedEntryReader items = new FeedEntryReader(feed, source.id(), sharedLinks(feed));
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
      throw new RefusedException("bad-feed", "the feed cannot be read: " + e.getMessage());
    } catch (RuntimeException e) {
      // Rome's parsers throw this if a required element is missing
      throw new RefusedException("bad-feed", "the feed lacks required elements");
    }
  }

  private static SharedLinks sharedLinks(SyndFeed feed) {
    SharedLinks shared = new SharedLinks();
    for (SyndEntry entry : feed.getEntries()) {
      shared.add(WebLink.identity(FeedEntryReader.link(entry)), entry.getTitle());
    }
    return shared;
  }
}
