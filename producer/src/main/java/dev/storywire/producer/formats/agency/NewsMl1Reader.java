package dev.storywire.producer.formats.agency;

import dev.storywire.producer.formats.item.DateParser;
import dev.storywire.producer.formats.item.ItemBuilder;
import dev.storywire.producer.formats.item.ItemUri;
import dev.storywire.producer.formats.item.PubStatusParser;
import dev.storywire.producer.formats.item.UrgencyParser;
import dev.storywire.producer.formats.source.ItemReader;
import dev.storywire.producer.formats.source.ItemSink;
import dev.storywire.producer.formats.source.RefusedException;
import dev.storywire.producer.formats.source.Source;
import dev.storywire.producer.formats.source.StrictSink;
import dev.storywire.producer.formats.xml.XmlTree;
import dev.storywire.schemas.NewsItem;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads a NewsML 1.x document of one or more news items.
 *
 * @see <a href="https://iptc.org/standards/newsml-1/">IPTC NewsML 1</a>
 */
public final class NewsMl1Reader implements ItemReader {
  /** Elements before the items of a document. */
  private static final Set<String> HEAD = Set.of("catalog", "topicset", "newsenvelope");

  @Override
  public void read(Source source, ItemSink sink) throws IOException, RefusedException {
    Element root = XmlTree.parse(source, sink);
    List<Element> items = XmlTree.children(root, "NewsItem");
    if (items.isEmpty()) {
      if (!isEmpty(root)) {
        throw new RefusedException("no-items", "the NewsML document has no NewsItem");
      }
      // the items of a damaged document may be lost
      XmlTree.parse(source, new StrictSink(sink));
    }
    for (int i = 0; i < items.size(); i++) {
      String where = items.size() == 1 ? source.name() : source.name() + "#" + (i + 1);
      try {
        sink.item(item(items.get(i)), where);
      } catch (RefusedException e) {
        sink.refused(e.refusal(), where);
      }
    }
  }

  private static boolean isEmpty(Element root) {
    return root.nameIs("newsml")
        && root.childrenSize() > 0
        && root.children().stream().allMatch(part -> HEAD.contains(part.normalName()));
  }

  private static NewsItem item(Element item) throws RefusedException {
    Element identifier = XmlTree.at(item, "Identification/NewsIdentifier");
    ItemBuilder draft = ItemBuilder.of(identity(identifier));
    draft.version = XmlTree.text(identifier, "RevisionId");
    draft
        .slugline(XmlTree.text(item, "Identification/NameLabel"))
        .altId("PublicIdentifier", XmlTree.text(identifier, "PublicIdentifier"));
    management(draft, XmlTree.at(item, "NewsManagement"));
    describe(draft, item);
    for (Element content : XmlTree.below(item, "ContentItem")) {
      content(draft, content);
    }
    return draft.build();
  }

  /** Returns the identifier without its revision, with which {@code PublicIdentifier} ends. */
  private static @Nullable String identity(@Nullable Element identifier) {
    String provider = XmlTree.text(identifier, "ProviderId");
    String date = XmlTree.text(identifier, "DateId");
    String id = XmlTree.text(identifier, "NewsItemId");
    return provider == null || date == null || id == null
        ? ItemBuilder.first(id, XmlTree.text(identifier, "PublicIdentifier"))
        : "urn:newsml:" + provider + ":" + date + ":" + id;
  }

  private static void management(ItemBuilder draft, @Nullable Element management)
      throws RefusedException {
    draft.versionCreated = DateParser.parse(XmlTree.text(management, "ThisRevisionCreated"));
    draft.firstCreated = DateParser.parse(XmlTree.text(management, "FirstCreated"));
    String status = name(management, "Status");
    draft.pubStatus = PubStatusParser.parse(status);
    if ("embargoed".equalsIgnoreCase(status)) {
      draft.embargoedUntil =
          DateParser.parse(XmlTree.text(management, "StatusWillChange/DateAndTime"));
    }
    draft.urgency = UrgencyParser.parse(name(management, "Urgency"));
    draft.usageTerms(XmlTree.text(management, "UsageRights/UsageType"));
    for (Element instruction : XmlTree.children(management, "Instruction")) {
      draft.edNote(ItemBuilder.first(XmlTree.text(instruction), instruction.attr("FormalName")));
    }
    for (Element other : XmlTree.children(management, "AssociatedWith")) {
      String target = XmlTree.attribute(other, "NewsItem");
      draft.association(
          new NewsItem.Association(
              XmlTree.attribute(other, "FormalName"),
              target == null ? null : ItemUri.of(target),
              null,
              null));
    }
  }

  private static void describe(ItemBuilder draft, Element item) {
    for (Element lines : XmlTree.below(item, "NewsLines")) {
      draft
          .headline(draft.hasHeadline() ? "sub" : "main", XmlTree.text(lines, "HeadLine"))
          .headline("sub", XmlTree.text(lines, "SubHeadLine"))
          .other("copyrightNotice", XmlTree.text(lines, "CopyrightLine"));
      draft.byIfAbsent(XmlTree.text(lines, "ByLine"));
      draft.sluglineIfAbsent(XmlTree.text(lines, "SlugLine"));
      draft.locatedIfAbsent(place(XmlTree.text(lines, "DateLine")));
      draft.source(XmlTree.text(lines, "CreditLine"), null);
      XmlTree.children(lines, "KeywordLine").forEach(word -> draft.subject(null, word.text()));
    }
    for (Element meta : XmlTree.below(item, "AdministrativeMetadata")) {
      draft.source(name(meta, "Source/Party"), null);
      draft.source(name(meta, "Provider/Party"), "provider");
    }
    for (Element meta : XmlTree.below(item, "DescriptiveMetadata")) {
      String language = name(meta, "Language");
      draft.languageIfAbsent(language == null ? null : language.toLowerCase(Locale.ROOT));
      for (Element code : XmlTree.children(meta, "SubjectCode")) {
        code.children()
            .forEach(part -> draft.subject("subj:" + part.attr("FormalName"), part.text()));
      }
    }
  }

  private static void content(ItemBuilder draft, Element content) {
    String media = name(content, "MediaType");
    Element data = XmlTree.at(content, "DataContent");
    if (data == null || (media != null && !media.equalsIgnoreCase("text"))) {
      draft.association(
          new NewsItem.Association("media", null, media, XmlTree.attribute(content, "Href")));
      return;
    }
    Element nitf = XmlTree.at(data, "nitf/body/body.content");
    Element html = XmlTree.at(data, "html/body");
    if (nitf != null || html != null || !data.children().isEmpty()) {
      Element text = nitf != null ? nitf : html != null ? html : data;
      draft
          .byIfAbsent(NitfByline.of(XmlTree.at(data, "nitf/body/body.head")))
          .byIfAbsent(NitfByline.within(text))
          .body("main", "text/html", NitfHtml.html(text));
    } else {
      String text = data.wholeText();
      draft.body("main", text.contains("</") ? "text/html" : "text/plain", text);
    }
  }

  /** Returns the dateline if it names a place; null if it is only a date. */
  private static @Nullable String place(@Nullable String dateline) {
    return dateline == null || Character.isDigit(dateline.charAt(0)) ? null : dateline;
  }

  private static @Nullable String name(@Nullable Element from, String path) {
    return XmlTree.attribute(from, path, "FormalName");
  }
}
