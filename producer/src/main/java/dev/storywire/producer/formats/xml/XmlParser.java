package dev.storywire.producer.formats.xml;

import dev.storywire.producer.formats.source.RefusedException;
import dev.storywire.producer.formats.source.Source;
import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * The one way XML is parsed: no DTD, no entity beyond the predefined, nothing fetched, nesting
 * bounded. It must be well-formed: half of a document is no document.
 */
public final class XmlParser {
  /** Deeper than any news; parsers and serialisers above recurse. */
  public static final int MAX_DEPTH = 200;

  private XmlParser() {}

  /** A parser's work on the stream. */
  public interface Build<T> {
    T from(XMLStreamReader reader) throws XMLStreamException, RefusedException;
  }

  /**
   * What {@code build} makes of the document.
   *
   * @throws RefusedException if it is not well-formed or too deep
   */
  public static <T> T parse(Source source, Build<T> build) throws IOException, RefusedException {
    String text = XmlCleaner.of(source);
    if (text.isEmpty()) {
      throw new RefusedException("bad-xml", "the document is empty");
    }
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      return build.from(new Bounded(factory.createXMLStreamReader(new StringReader(text))));
    } catch (XMLStreamException e) {
      throw refusal(e);
    }
  }

  private static RefusedException refusal(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    String cause = message.substring(message.lastIndexOf("Message: ") + 1);
    cause = cause.startsWith("essage: ") ? cause.substring(8) : message;
    String place =
        e.getLocation() == null
            ? ""
            : String.format(
                Locale.ROOT,
                " at line %d, column %d",
                e.getLocation().getLineNumber(),
                e.getLocation().getColumnNumber());
    return new RefusedException("bad-xml", "not well-formed XML" + place + ": " + cause.strip());
  }

  /** Ends the reading of a document that nests too deep. */
  private static final class Bounded extends StreamReaderDelegate {
    private int depth;

    Bounded(XMLStreamReader reader) {
      super(reader);
    }

    @Override
    public int next() throws XMLStreamException {
      int event = super.next();
      if (event == START_ELEMENT && ++depth > MAX_DEPTH) {
        throw new XMLStreamException("elements nest deeper than " + MAX_DEPTH);
      }
      if (event == END_ELEMENT) {
        depth--;
      }
      return event;
    }
  }
}
