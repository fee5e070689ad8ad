package dev.storywire.producer.formats.xml;

import dev.storywire.producer.formats.source.DocumentRepair;
import dev.storywire.producer.formats.source.ItemSink;
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
 * Parses XML without DTD support: fetches nothing, does not expand entities recursively, and limits
 * the depth. A document that is not well-formed is repaired by {@link XmlRepair} and parsed again.
 */
public final class XmlParser {
  /** Maximum nesting depth, since trees are walked recursively. Real documents are less deep. */
  public static final int MAX_DEPTH = 200;

  private XmlParser() {}

  /** Builds a tree from a stream of XML events. */
  @FunctionalInterface
  public interface TreeBuilder<T> {
    T build(XMLStreamReader reader) throws XMLStreamException, RefusedException;
  }

  /**
   * Returns the tree of the document.
   *
   * @throws RefusedException if the document can be neither parsed nor repaired, or is nested too
   *     deep
   */
  public static <T> T parse(Source source, ItemSink sink, TreeBuilder<T> builder)
      throws IOException, RefusedException {
    String text = XmlCleaner.clean(source, sink);
    if (text.isEmpty()) {
      throw new RefusedException("bad-xml", "the document is empty");
    }
    try {
      return builder.build(reader(text));
    } catch (XMLStreamException e) {
      if (e instanceof TooDeepException) {
        throw refusal(e);
      }
      return repaired(text, refusal(e), source, sink, builder);
    }
  }

  private static <T> T repaired(
      String text, RefusedException flaw, Source source, ItemSink sink, TreeBuilder<T> builder)
      throws RefusedException {
    XmlRepair.Result repair = XmlRepair.of(text);
    if (repair == null) {
      throw flaw;
    }
    T tree;
    try {
      tree = builder.build(reader(repair.text()));
    } catch (XMLStreamException e) {
      throw e instanceof TooDeepException ? refusal(e) : flaw;
    }
    for (DocumentRepair each : repair.repairs()) {
      sink.repaired(each, source.name());
    }
    return tree;
  }

  private static XMLStreamReader reader(String text) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return new Bounded(factory.createXMLStreamReader(new StringReader(text)));
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

  /** Thrown if elements are nested too deep. */
  private static final class TooDeepException extends XMLStreamException {
    private static final long serialVersionUID = 1L;

    TooDeepException() {
      super("elements are nested deeper than " + MAX_DEPTH);
    }
  }

  /** Limits the depth of elements. */
  private static final class Bounded extends StreamReaderDelegate {
    private int depth;

    Bounded(XMLStreamReader reader) {
      super(reader);
    }

    @Override
    public int next() throws XMLStreamException {
      int event = super.next();
      if (event == START_ELEMENT && ++depth > MAX_DEPTH) {
        throw new TooDeepException();
      }
      if (event == END_ELEMENT) {
        depth--;
      }
      return event;
    }
  }
}
