package dev.storywire.producer.formats.agency;

import dev.storywire.producer.formats.item.AssociationRole;
import dev.storywire.producer.formats.item.DateParser;
import dev.storywire.producer.formats.item.ItemBuilder;
import dev.storywire.producer.formats.item.ItemUri;
import dev.storywire.producer.formats.item.PubStatusParser;
import dev.storywire.producer.formats.item.UrgencyParser;
import dev.storywire.producer.formats.source.ItemReader;
import dev.storywire.producer.formats.source.ItemSink;
import dev.storywire.producer.formats.source.RefusedException;
import dev.storywire.producer.formats.source.Source;
import dev.storywire.producer.formats.xml.XmlTree;
import java.io.IOException;
import java.time.Instant;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads an NITF 3.x document.
 *
 * @see <a href="https://iptc.org/standards/nitf/">IPTC NITF</a>
 */
public final class NitfReader implements ItemReader {
  @Override
  public void read(Source source, ItemSink sink) throws IOException, RefusedException {
    Element nitf = XmlTree.parse(source, sink);
    Element docdata = XmlTree.at(nitf, "head/docdata");
    String id = XmlTree.attribute(docdata, "doc-id", "id-string");
    ItemBuilder draft = ItemBuilder.of(id == null ? source.id() : id);
    management(draft, docdata);
    describe(draft, nitf);
    text(draft, nitf);
    sink.item(draft.build(), source.name());
  }

  /** Reads times, status, and the effect on another document. */
  private static void management(ItemBuilder draft, @Nullable Element docdata)
      throws RefusedException {
    Instant issued = time(docdata, "date.issue");
    Instant release = time(docdata, "date.release");
    draft.version = XmlTree.attribute(docdata, "du-key", "version");
    draft.versionCreated = issued;
    if (release != null && (issued == null || release.isAfter(issued))) {
      draft.embargoedUntil = release;
    }
    draft.pubStatus = PubStatusParser.parse(XmlTree.attribute(docdata, "management-status"));
    draft.urgency = UrgencyParser.parse(XmlTree.attribute(docdata, "urgency", "ed-urg"));
    String target = XmlTree.attribute(docdata, "management-doc-idref");
    if (target != null) {
      String status = XmlTree.attribute(docdata, "management-idref-status");
      draft.association(AssociationRole.by(PubStatusParser.parse(status)).item(ItemUri.of(target)));
    }
    XmlTree.children(docdata, "ed-msg").forEach(msg -> draft.edNote(msg.attr("info")));
  }

  private static @Nullable Instant time(@Nullable Element docdata, String name) {
    return DateParser.parse(XmlTree.attribute(docdata, name, "norm"));
  }

  private static void describe(ItemBuilder draft, Element nitf) {
    Element head = XmlTree.at(nitf, "head");
    Element docdata = XmlTree.at(nitf, "head/docdata");
    Element top = XmlTree.at(nitf, "body/body.head");
    draft
        .language(ItemBuilder.first(nitf.attr("xml:lang"), nitf.attr("baselang")))
        .by(
            ItemBuilder.first(
                NitfByline.of(top), NitfByline.within(XmlTree.at(nitf, "body/body.content"))))
        .located(located(top, docdata))
        .slugline(
            ItemBuilder.first(meta(head, "slugline"), meta(head, "anpa-keyword"), key(docdata)))
        .copyrightHolder(XmlTree.attribute(docdata, "doc.copyright", "holder"))
        .usageTerms(XmlTree.attribute(docdata, "doc.rights", "limitations"))
        .source(XmlTree.text(top, "distributor"), null)
        .source(XmlTree.attribute(docdata, "del-list/from-src", "src-name"), null)
        .source(XmlTree.attribute(docdata, "doc-id", "regsrc"), null)
        .source(XmlTree.attribute(docdata, "doc.copyright", "holder"), "copyrightHolder");
    XmlTree.children(head, "revision-history").forEach(past -> draft.edNote(past.attr("comment")));
    if (draft.urgency == null) {
      draft.urgency = UrgencyParser.parse(XmlTree.attribute(head, "urgency", "ed-urg"));
    }
    for (Element subject : XmlTree.below(head, "tobject.subject")) {
      String code = XmlTree.attribute(subject, "tobject.subject.refnum");
      draft.subject(
          code == null ? null : "subj:" + code,
          ItemBuilder.first(
              subject.attr("tobject.subject.detail"),
              subject.attr("tobject.subject.matter"),
              subject.attr("tobject.subject.type")));
    }
    for (Element keyword : XmlTree.below(docdata, "keyword")) {
      draft.subject(null, ItemBuilder.first(keyword.attr("key"), keyword.text()));
    }
  }

  private static void text(ItemBuilder draft, Element nitf) {
    Element top = XmlTree.at(nitf, "body/body.head");
    Element content = XmlTree.at(nitf, "body/body.content");
    XmlTree.below(top, "hl1").forEach(line -> draft.headline("main", XmlTree.text(line)));
    if (!draft.hasHeadline()) {
      draft.headline(
          "main",
          ItemBuilder.first(XmlTree.text(top, "hedline"), XmlTree.text(nitf, "head/title")));
    }
    XmlTree.below(top, "hl2").forEach(line -> draft.headline("sub", XmlTree.text(line)));
    NitfHtml.media(draft, content);
    draft.body("main", "text/html", NitfHtml.html(content));
    Element summary = XmlTree.at(top, "abstract");
    draft.description("text/html", NitfHtml.html(summary));
  }

  private static @Nullable String located(@Nullable Element top, @Nullable Element docdata) {
    String city = XmlTree.text(top, "dateline/location/city");
    String place =
        ItemBuilder.first(XmlTree.words(top, "dateline/location"), ownText(top, "dateline"));
    return ItemBuilder.first(city, place, XmlTree.attribute(docdata, "evloc", "city"));
  }

  private static @Nullable String ownText(@Nullable Element from, String path) {
    Element element = XmlTree.at(from, path);
    return element == null ? null : ItemBuilder.text(element.ownText());
  }

  private static @Nullable String key(@Nullable Element docdata) {
    return XmlTree.attribute(docdata, "du-key", "key");
  }

  private static @Nullable String meta(@Nullable Element head, String name) {
    return XmlTree.children(head, "meta").stream()
        .filter(meta -> meta.attr("name").equals(name))
        .map(meta -> meta.attr("content"))
        .findFirst()
        .orElse(null);
  }
}
