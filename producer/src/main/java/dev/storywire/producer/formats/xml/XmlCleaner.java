package dev.storywire.producer.formats.xml;

import dev.storywire.producer.formats.source.DocumentRepair;
import dev.storywire.producer.formats.source.ItemSink;
import dev.storywire.producer.formats.source.RefusedException;
import dev.storywire.producer.formats.source.Source;
import dev.storywire.producer.formats.source.TextDecoder;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * Prepares an XML document for a parser without DTD support. Removes the document type declaration
 * and expands HTML entities and declared plain text entities. Fetches nothing.
 */
final class XmlCleaner {
  /**
   * A reference to an entity, or to a control character from 0x80 to 0x9F, which stands for one of
   * windows-1252 as in HTML.
   */
  private static final Pattern ENTITY =
      Pattern.compile("&([\\w.-]{1,32}|#1[2-5]\\d|#[xX][89]\\p{XDigit});");

  /**
   * The XML declaration, which is not needed after decoding. Some feeds repeat it or place it after
   * a comment.
   */
  private static final Pattern DECLARATION = Pattern.compile("<\\?xml\\s[^>]{0,200}\\?>");

  /** Maximum number of characters that the expansion of declared entities may add. */
  private static final int MAX_EXPANSION = 1 << 20;

  private XmlCleaner() {}

  /**
   * Returns the text of the document.
   *
   * @throws RefusedException if it declares entities that are not plain text
   */
  static String clean(Source source, ItemSink sink) throws IOException, RefusedException {
    Doctype doctype =
        Doctype.cut(withoutLeadingContent(TextDecoder.text(source, sink), source, sink));
    String bare = DECLARATION.matcher(doctype.text()).replaceAll("").strip();
    String text = expand(bare, doctype);
    if (!doctype.entities().isEmpty()) {
      String detail = doctype.entities().size() + " declared entities were expanded";
      sink.repaired(
          new DocumentRepair(DocumentRepair.Kind.DECLARED_ENTITIES, detail), source.name());
    }
    return text;
  }

  private static String withoutLeadingContent(String text, Source source, ItemSink sink)
      throws RefusedException {
    int length = LeadingContent.length(text);
    if (!text.substring(0, length).replace("\uFEFF", "").isBlank()) {
      String detail = "content before the document was skipped";
      sink.repaired(
          new DocumentRepair(DocumentRepair.Kind.CONTENT_BEFORE_ROOT, detail), source.name());
    }
    return text.substring(length);
  }

  private static String expand(String text, Doctype doctype) throws RefusedException {
    Matcher entity = ENTITY.matcher(text);
    StringBuilder out = new StringBuilder(text.length());
    int expansion = 0;
    while (entity.find()) {
      String declared = doctype.entities().get(entity.group(1));
      expansion += declared == null ? 0 : declared.length();
      if (expansion > MAX_EXPANSION) {
        throw new RefusedException(
            "xml-entities", "the declared entities would lengthen the document too much");
      }
      String replacement = declared == null ? htmlCharacter(entity.group()) : declared;
      entity.appendReplacement(out, Matcher.quoteReplacement(replacement));
    }
    return entity.appendTail(out).toString();
  }

  private static String htmlCharacter(String entity) {
    String character = Parser.unescapeEntities(entity, true);
    return "<>&\"'".contains(character) ? entity : character;
  }
}
