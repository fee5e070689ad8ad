package dev.storywire.producer.formats.agency;

import dev.storywire.producer.formats.item.PubStatusParser;
import dev.storywire.producer.formats.source.ItemReader;
import dev.storywire.producer.formats.source.ItemSink;
import dev.storywire.producer.formats.source.RefusedException;
import dev.storywire.producer.formats.source.Source;
import dev.storywire.producer.formats.source.StrictSink;
import dev.storywire.producer.formats.xml.XmlTree;
import dev.storywire.schemas.PubStatus;
import dev.storywire.schemas.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * Reads a NewsML-G2 document: an item or a message of several items. A package with a headline
 * becomes an item with links to its parts. A package without a headline is skipped; its parts are
 * read. A message without items is valid if it needs no repair.
 *
 * @see <a href="https://iptc.org/standards/newsml-g2/">IPTC NewsML-G2</a>
 */
public final class NewsMlG2Reader implements ItemReader {
  private static final Set<String> NOT_NEWS =
      Set.of("conceptitem", "knowledgeitem", "planningitem", "catalogitem");

  /** Elements of a message. */
  private static final Set<String> MESSAGE = Set.of("header", "itemset", "catalogref");

  /** Elements of a package that may have text, but not of its own. */
  private static final Set<String> PACKAGE = Set.of("itemmeta", "rightsinfo", "groupset");

  @Override
  public void read(Source source, ItemSink sink) throws IOException, RefusedException {
    Element root = XmlTree.parse(source, sink);
    String sent = XmlTree.text(root, "header/sent");
    List<Element> items = items(root);
    if (items.isEmpty() && !isEmpty(root)) {
      throw new RefusedException("no-items", "the news message has no itemSet with items");
    }
    if (items.isEmpty() || (items.size() == 1 && isEmptyPackage(items.get(0)))) {
      // the items of a damaged document may be lost
      XmlTree.parse(source, new StrictSink(sink));
      return;
    }
    for (int i = 0; i < items.size(); i++) {
      String where = items.size() == 1 ? source.name() : source.name() + "#" + (i + 1);
      Element item = items.get(i);
      try {
        if (NOT_NEWS.contains(item.normalName())) {
          sink.refused(notNews(item), where);
        } else if (items.size() == 1 || !isEnvelope(item)) {
          sink.item(NewsMlG2Item.read(item, sent), where);
        }
      } catch (RefusedException e) {
        sink.refused(e.refusal(), where);
      }
    }
  }

  private static List<Element> items(Element root) {
    if (!root.nameIs("newsmessage")) {
      return List.of(root);
    }
    List<Element> items = new ArrayList<>();
    XmlTree.children(root, "itemSet").forEach(set -> items.addAll(set.children()));
    return items;
  }

  /** Returns true for a message without items; false if an element may contain unknown items. */
  private static boolean isEmpty(Element message) {
    return message.childrenSize() > 0
        && message.children().stream().allMatch(part -> MESSAGE.contains(part.normalName()));
  }

  /** Returns true for a package without text of its own. */
  private static boolean isEnvelope(Element item) {
    return item.nameIs("packageitem")
        && XmlTree.below(item, "newsItem").isEmpty() // as in a damaged document
        && Stream.of("contentMeta/headline", "itemMeta/title")
            .allMatch(path -> XmlTree.text(item, path) == null);
  }

  /** Returns true for an envelope that contains nothing else and withdraws no earlier version. */
  private static boolean isEmptyPackage(Element item) throws RefusedException {
    String status = XmlTree.attribute(item, "itemMeta/pubStatus", "qcode");
    return isEnvelope(item)
        && (status == null || PubStatusParser.parse(status) == PubStatus.USABLE)
        && item.children().stream()
            .allMatch(part -> PACKAGE.contains(part.normalName()) || !part.hasText());
  }

  private static Refusal notNews(Element item) {
    String kind = item.normalName().replace("item", "").toLowerCase(Locale.ROOT);
    return new Refusal("not-news", "a NewsML-G2 " + kind + " item is not an article");
  }
}
