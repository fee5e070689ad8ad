package dev.storywire.producer.formats;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.NewsItem;
import java.time.Instant;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** One NewsML-G2 news or package item on its way to a news item. */
final class NewsMlG2Item {
  private final Element item;
  private final @Nullable Element itemMeta;
  private final @Nullable Element contentMeta;
  private final Draft draft;

  private NewsMlG2Item(Element item) throws RefusedException {
    this.item = item;
    this.itemMeta = Dom.at(item, "itemMeta");
    this.contentMeta = Dom.at(item, "contentMeta");
    this.draft = Draft.of(item.attr("guid"));
  }

  /**
   * The item.
   *
   * @param sent when the message around it was sent, which stands in for a time of its own
   */
  static NewsItem read(Element item, @Nullable String sent) throws RefusedException {
    NewsMlG2Item reading = new NewsMlG2Item(item);
    reading.management(WireTime.parse(sent));
    reading.rights();
    reading.describe();
    reading.related();
    reading.text();
    return reading.draft.build();
  }

  private void management(@Nullable Instant sent) throws RefusedException {
    Instant created = WireTime.parse(Dom.text(itemMeta, "versionCreated"));
    draft.version = Dom.attribute(item, "version");
    draft.versionCreated = created == null ? sent : created;
    draft.firstCreated = WireTime.parse(Dom.text(itemMeta, "firstCreated"));
    draft.contentCreated = WireTime.parse(Dom.text(contentMeta, "contentCreated"));
    draft.embargoedUntil = WireTime.parse(Dom.text(itemMeta, "embargoed"));
    draft.pubStatus = Status.parse(Dom.attribute(itemMeta, "pubStatus", "qcode"));
    draft.urgency = Urgency.parse(Dom.text(contentMeta, "urgency"));
    Dom.children(itemMeta, "edNote").forEach(note -> draft.edNote(Dom.text(note)));
    String itemClass = code(Dom.attribute(itemMeta, "itemClass", "qcode"));
    draft.other("type", item.nameIs("packageitem") ? "composite" : itemClass);
    ArrayNode signals = Json.mapper().createArrayNode();
    Dom.children(itemMeta, "signal").forEach(signal -> signals.add(signal.attr("qcode")));
    if (!signals.isEmpty()) {
      draft.other("signals", signals);
    }
  }

  private void rights() {
    Element rights = Dom.at(item, "rightsInfo");
    draft
        .copyrightHolder(party(Dom.at(rights, "copyrightHolder")))
        .usageTerms(Dom.text(rights, "usageTerms"))
        .other("copyrightNotice", Dom.text(rights, "copyrightNotice"));
  }

  private void describe() {
    String language = Dom.attribute(contentMeta, "language", "tag");
    draft
        .language(language == null ? item.attr("xml:lang") : language)
        .by(Dom.text(contentMeta, "by"))
        .slugline(Dom.text(contentMeta, "slugline"))
        .located(located());
    for (Element headline : Dom.children(contentMeta, "headline")) {
      String role = code(Dom.attribute(headline, "role"));
      draft.headline(role == null ? "main" : role, Dom.text(headline));
    }
    if (!draft.hasHeadline()) {
      draft.headline("main", Dom.text(itemMeta, "title"));
    }
    for (Element source : Dom.children(contentMeta, "infoSource")) {
      draft.source(
          Dom.attribute(source, "qcode"), party(source), code(Dom.attribute(source, "role")));
    }
    Element provider = Dom.at(itemMeta, "provider");
    draft.source(Dom.attribute(provider, "qcode"), party(provider), "provider");
    for (Element subject : Dom.children(contentMeta, "subject")) {
      draft.subject(
          Draft.first(subject.attr("qcode"), subject.attr("uri")),
          Draft.first(Dom.text(subject, "name"), subject.attr("literal")));
    }
    Dom.children(contentMeta, "keyword").forEach(word -> draft.subject(null, word.text()));
    Stream.of(itemMeta, contentMeta)
        .flatMap(meta -> Dom.children(meta, "altId").stream())
        .forEach(id -> draft.altId(altRole(id), Dom.text(id)));
  }

  /** Where it was written: the dateline, unless that holds a time; else the first location. */
  private @Nullable String located() {
    String dateline = Dom.text(contentMeta, "dateline");
    if (dateline != null && !Character.isDigit(dateline.charAt(0))) {
      return dateline;
    }
    return party(Dom.at(contentMeta, "located"));
  }

  /** Links to other items, the parts of a package, and renditions. */
  private void related() {
    boolean corrects =
        Dom.children(itemMeta, "signal").stream()
            .anyMatch(signal -> "correction".equals(code(signal.attr("qcode"))));
    for (Element link : Dom.children(itemMeta, "link")) {
      String target = Draft.first(link.attr("residref"), link.attr("guidref"));
      String role = code(Dom.attribute(link, "rel"));
      if (target != null && ItemUri.of(target).equals(draft.uri())) {
        continue; // its own version before
      }
      if (target != null && corrects && role == null) {
        draft.association(ActsOn.CORRECTS.item(ItemUri.of(target)));
      } else {
        relate(role == null ? "related" : role, link);
      }
    }
    Dom.below(item, "itemRef").forEach(part -> relate("part", part));
    Dom.below(Dom.at(item, "contentSet"), "remoteContent").forEach(this::rendition);
  }

  private void relate(String role, Element link) {
    String target = Draft.first(link.attr("residref"), link.attr("guidref"));
    draft.association(
        new NewsItem.Association(
            role,
            target == null ? null : ItemUri.of(target),
            Dom.attribute(link, "contenttype"),
            Dom.attribute(link, "href")));
  }

  private void rendition(Element content) {
    draft.association(
        new NewsItem.Association(
            "media",
            null,
            Dom.attribute(content, "contenttype"),
            Draft.first(content.attr("href"), content.attr("residref"))));
  }

  private void text() {
    Element set = Dom.at(item, "contentSet");
    for (Element xml : Dom.children(set, "inlineXML")) {
      inlineXml(xml);
    }
    for (Element data : Dom.children(set, "inlineData")) {
      String text = data.wholeText();
      boolean marked = text.contains("</") || data.attr("contenttype").contains("html");
      draft.body("main", marked ? "text/html" : "text/plain", text);
    }
    // a picture's or video's caption is all the text it has
    boolean bare = !draft.hasBody();
    for (Element description : Dom.children(contentMeta, "description")) {
      String role = code(Dom.attribute(description, "role"));
      if (bare) {
        draft.body(role == null ? "caption" : role, "text/plain", description.wholeText());
      } else {
        draft.description("text/plain", Dom.text(description));
      }
    }
  }

  private void inlineXml(Element xml) {
    Element nitf = Dom.at(xml, "nitf");
    Element body = Dom.at(xml, nitf == null ? "html/body" : "nitf/body/body.content");
    if (body == null && Dom.below(xml, "p").isEmpty()) {
      return; // data of another kind, e.g. SportsML
    }
    NitfText.media(draft, body);
    draft.body("main", "text/html", NitfText.html(body == null ? xml : body));
    if (nitf != null && !draft.hasHeadline()) {
      draft.headline(
          "main",
          Draft.first(Dom.text(nitf, "body/body.head/hedline/hl1"), Dom.text(nitf, "head/title")));
    }
    draft.byIfAbsent(Dom.words(nitf, "body/body.head/byline"));
  }

  /** Name of a party or place: in words, as literal, or what its code ends in. */
  private static @Nullable String party(@Nullable Element party) {
    return party == null
        ? null
        : Draft.first(
            Dom.text(party, "name"), party.attr("literal"), code(Dom.attribute(party, "qcode")));
  }

  private static String altRole(Element id) {
    String type = code(Dom.attribute(id, "type"));
    return type == null ? "altId" : type;
  }

  /** The code of a QCode, without its scheme alias. */
  private static @Nullable String code(@Nullable String qcode) {
    return qcode == null ? null : Draft.text(qcode.substring(qcode.indexOf(':') + 1));
  }
}
