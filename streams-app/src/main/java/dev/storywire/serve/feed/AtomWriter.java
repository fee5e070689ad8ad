package dev.storywire.serve.feed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes Atom 1.0 (RFC 4287). All content is plain text. */
final class AtomWriter {
  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
  private static final String AUTHOR = "Storywire";
  private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();
  // XML 1.0, 2.2
  private static final Pattern FORBIDDEN =
      Pattern.compile("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

  private final XMLStreamWriter xml;

  private AtomWriter(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static byte[] write(Feed feed) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml = WRITERS.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      new AtomWriter(xml).feed(feed);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory must not fail", e);
    }
    return out.toByteArray();
  }

  private void feed(Feed feed) throws XMLStreamException {
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace(NAMESPACE);
    text("id", feed.id());
    text("title", feed.title());
    text("updated", feed.updated().toString());
    link("self", feed.address() + FeedFormat.ATOM.suffix() + feed.query());
    link("alternate", feed.page());
    author(AUTHOR);
    for (Feed.Entry entry : feed.entries()) {
      entry(entry);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void entry(Feed.Entry entry) throws XMLStreamException {
    xml.writeStartElement("entry");
    text("id", entry.id());
    text("title", entry.title());
    text("published", entry.published().toString());
    text("updated", entry.updated().toString());
    link("alternate", entry.page());
    String author = entry.author();
    if (author != null) {
      author(author);
    }
    for (String tag : entry.tags()) {
      xml.writeEmptyElement("category");
      attribute("term", tag);
    }
    String text = entry.text();
    if (text != null) {
      text("summary", text);
    }
    xml.writeEndElement();
  }

  private void author(String name) throws XMLStreamException {
    xml.writeStartElement("author");
    text("name", name);
    xml.writeEndElement();
  }

  private void link(String relation, String address) throws XMLStreamException {
    xml.writeEmptyElement("link");
    attribute("rel", relation);
    attribute("href", address);
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, clean(value));
  }

  private void text(String element, String value) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeCharacters(clean(value));
    xml.writeEndElement();
  }

  private static String clean(String value) {
    return FORBIDDEN.matcher(value).replaceAll("");
  }
}
