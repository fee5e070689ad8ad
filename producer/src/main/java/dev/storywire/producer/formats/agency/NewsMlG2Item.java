package dev.storywire.producer.formats.agency;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.storywire.producer.formats.item.AssociationRole;
import dev.storywire.producer.formats.item.Base64Text;
import dev.storywire.producer.formats.item.DateParser;
import dev.storywire.producer.formats.item.ItemBuilder;
import dev.storywire.producer.formats.item.ItemUri;
import dev.storywire.producer.formats.item.PubStatusParser;
import dev.storywire.producer.formats.item.UrgencyParser;
import dev.storywire.producer.formats.source.RefusedException;
import dev.storywire.producer.formats.xml.XmlTree;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.NewsItem;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Converts one NewsML-G2 news or package item to a {@link NewsItem}. */
final class NewsMlG2Item {
  private final Element item;
  private final @Nullable Element itemMeta;
  private final @Nullable Element contentMeta;
  private final ItemBuilder draft;

  private NewsMlG2Item(Element item) throws RefusedException {
    this.item = item;
    this.itemMeta = XmlTree.at(item, "itemMeta");
    this.contentMeta = XmlTree.at(item, "contentMeta");
    this.draft = ItemBuilder.of(item.attr("guid"));
  }

  /**
   * Converts an item.
   *
   * @param sent time at which the enclosing message was sent; used if the item has no time
   */
  static NewsItem read(Element item, @Nullable String sent) throws RefusedException {
    NewsMlG2Item reading = new NewsMlG2Item(item);
    reading.management(DateParser.parse(sent));
    reading.rights();
    reading.describe();
    reading.related();
    reading.text();
    reading.draft.byIfAbsent(reading.creators());
    return reading.draft.build();
  }

  private void management(@Nullable Instant sent) throws RefusedException {
    Instant created = DateParser.parse(XmlTree.text(itemMeta, "versionCreated"));
    draft.version = XmlTree.attribute(item, "version");
    draft.firstCreated = DateParser.parse(XmlTree.text(itemMeta, "firstCreated"));
    draft.contentCreated = DateParser.parse(XmlTree.text(contentMeta, "contentCreated"));
    Instant known = created == null ? draft.contentCreated : created;
    draft.versionCreated = known == null ? sent : known;
    draft.embargoedUntil = DateParser.parse(XmlTree.text(itemMeta, "embargoed"));
    draft.pubStatus = PubStatusParser.parse(XmlTree.attribute(itemMeta, "pubStatus", "qcode"));
    draft.urgency = UrgencyParser.parse(XmlTree.text(contentMeta, "urgency"));
    XmlTree.children(itemMeta, "edNote").forEach(note -> draft.edNote(XmlTree.text(note)));
    String itemClass = code(XmlTree.attribute(itemMeta, "itemClass", "qcode"));
    draft.other("type", item.nameIs("packageitem") ? "composite" : itemClass);
    ArrayNode signals = Json.mapper().createArrayNode();
    XmlTree.children(itemMeta, "signal").forEach(signal -> signals.add(signal.attr("qcode")));
    if (!signals.isEmpty()) {
      draft.other("signals", signals);
    }
  }

  private void rights() {
    Element rights = XmlTree.at(item, "rightsInfo");
    draft
        .copyrightHolder(party(XmlTree.at(rights, "copyrightHolder")))
        .usageTerms(XmlTree.text(rights, "usageTerms"))
        .other("copyrightNotice", XmlTree.text(rights, "copyrightNotice"));
  }

  private void describe() {
    String language = XmlTree.attribute(contentMeta, "language", "tag");
    draft
        .language(language == null ? item.attr("xml:lang") : language)
        .by(XmlTree.text(contentMeta, "by"))
        .slugline(XmlTree.text(contentMeta, "slugline"))
        .located(located());
    for (Element headline : XmlTree.children(contentMeta, "headline")) {
      String role = code(XmlTree.attribute(headline, "role"));
      draft.headline(role == null ? "main" : role, XmlTree.text(headline));
    }
    if (!draft.hasHeadline()) {
      draft.headline("main", XmlTree.text(itemMeta, "title"));
    }
    for (Element source : XmlTree.children(contentMeta, "infoSource")) {
      draft.source(
          XmlTree.attribute(source, "qcode"),
          party(source),
          code(XmlTree.attribute(source, "role")));
    }
    Element provider = XmlTree.at(itemMeta, "provider");
    draft.source(XmlTree.attribute(provider, "qcode"), party(provider), "provider");
    for (Element subject : XmlTree.children(contentMeta, "subject")) {
      draft.subject(
          ItemBuilder.first(subject.attr("qcode"), subject.attr("uri")),
          ItemBuilder.first(XmlTree.text(subject, "name"), subject.attr("literal")));
    }
    XmlTree.children(contentMeta, "keyword").forEach(word -> draft.subject(null, word.text()));
    Stream.of(itemMeta, contentMeta)
        .flatMap(meta -> XmlTree.children(meta, "altId").stream())
        .forEach(id -> draft.altId(altRole(id), XmlTree.text(id)));
  }

  /** Returns the names of the creators of the content; null if there are only codes. */
  private @Nullable String creators() {
    return ItemBuilder.text(
        XmlTree.children(contentMeta, "creator").stream()
            .map(creator -> XmlTree.text(creator, "name"))
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.joining(", ")));
  }

  /**
   * Returns the place of writing: the dateline, unless it contains a time, else the first location.
   */
  private @Nullable String located() {
    String dateline = XmlTree.text(contentMeta, "dateline");
    if (dateline != null && !Character.isDigit(dateline.charAt(0))) {
      return dateline;
    }
    return party(XmlTree.at(contentMeta, "located"));
  }

  /** Adds links to other items, the parts of a package, and renditions. */
  private void related() {
    boolean corrects =
        XmlTree.children(itemMeta, "signal").stream()
            .anyMatch(signal -> "correction".equals(code(signal.attr("qcode"))));
    for (Element link : XmlTree.children(itemMeta, "link")) {
      String target = ItemBuilder.first(link.attr("residref"), link.attr("guidref"));
      String role = code(XmlTree.attribute(link, "rel"));
      if (target != null && ItemUri.of(target).equals(draft.uri())) {
        continue; // its previous version
      }
      if (target != null && corrects && role == null) {
        draft.association(AssociationRole.CORRECTS.item(ItemUri.of(target)));
      } else {
        addAssociation(role == null ? "related" : role, link);
      }
    }
    XmlTree.below(item, "itemRef").forEach(part -> addAssociation("part", part));
    XmlTree.below(XmlTree.at(item, "contentSet"), "remoteContent").forEach(this::rendition);
  }

  private void addAssociation(String role, Element link) {
    String target = ItemBuilder.first(link.attr("residref"), link.attr("guidref"));
    draft.association(
        new NewsItem.Association(
            role,
            target == null ? null : ItemUri.of(target),
            XmlTree.attribute(link, "contenttype"),
            XmlTree.attribute(link, "href")));
  }

  private void rendition(Element content) {
    draft.association(
        new NewsItem.Association(
            "media",
            null,
            XmlTree.attribute(content, "contenttype"),
            ItemBuilder.first(content.attr("href"), content.attr("residref"))));
  }

  private void text() {
    Element set = XmlTree.at(item, "contentSet");
    for (Element xml : XmlTree.children(set, "inlineXML")) {
      inlineXml(xml);
    }
    for (Element data : XmlTree.children(set, "inlineData")) {
      boolean encoded = data.attr("encoding").toLowerCase(Locale.ROOT).contains("base64");
      String text = encoded ? Base64Text.decode(data.wholeText()) : data.wholeText();
      boolean marked = text.contains("</") || data.attr("contenttype").contains("html");
      draft.body("main", marked ? "text/html" : "text/plain", text);
    }
    // the caption is the only text of a picture or video
    boolean bare = !draft.hasBody();
    for (Element description : XmlTree.children(contentMeta, "description")) {
      String role = code(XmlTree.attribute(description, "role"));
      if (bare) {
        draft.body(role == null ? "caption" : role, "text/plain", description.wholeText());
      } else {
        draft.description("text/plain", XmlTree.text(description));
      }
    }
  }

  private void inlineXml(Element xml) {
    Element nitf = XmlTree.at(xml, "nitf");
    Element body = XmlTree.at(xml, nitf == null ? "html/body" : "nitf/body/body.content");
    String escaped = xml.wholeText();
    if (xml.childrenSize() == 0 && escaped.contains("</")) { // in CDATA
      draft.body("main", "text/html", escaped);
      return;
    }
    if (body == null && XmlTree.below(xml, "p").isEmpty()) {
      return; // other data, e.g. SportsML
    }
    NitfHtml.media(draft, body);
    draft.body("main", "text/html", NitfHtml.html(body == null ? xml : body));
    if (nitf != null && !draft.hasHeadline()) {
      draft.headline(
          "main",
          ItemBuilder.first(
              XmlTree.text(nitf, "body/body.head/hedline/hl1"), XmlTree.text(nitf, "head/title")));
    }
    draft
        .byIfAbsent(NitfByline.of(XmlTree.at(nitf, "body/body.head")))
        .byIfAbsent(NitfByline.within(body == null ? xml : body));
  }

  /**
   * Returns the name of a party or place: its name element, its literal, or the last part of its
   * code.
   */
  private static @Nullable String party(@Nullable Element party) {
    return party == null
        ? null
        : ItemBuilder.first(
            XmlTree.text(party, "name"),
            party.attr("literal"),
            code(XmlTree.attribute(party, "qcode")));
  }

  private static String altRole(Element id) {
    String type = code(XmlTree.attribute(id, "type"));
    return type == null ? "altId" : type;
  }

  /** Returns a QCode without its scheme alias. */
  private static @Nullable String code(@Nullable String qcode) {
    return qcode == null ? null : ItemBuilder.text(qcode.substring(qcode.indexOf(':') + 1));
  }
}
