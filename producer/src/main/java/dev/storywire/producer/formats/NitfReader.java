package dev.storywire.producer.formats;

import java.io.IOException;
import java.time.Instant;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads an NITF 3.x document.
 *
 * @see <a href="https://iptc.org/standards/nitf/">IPTC NITF</a>
 */
final class NitfReader implements ItemReader {
  @Override
  public void read(Source source, ItemSink sink) throws IOException, RefusedException {
    Element nitf = Dom.parse(source);
    Element docdata = Dom.at(nitf, "head/docdata");
    String id = Dom.attribute(docdata, "doc-id", "id-string");
    Draft draft = Draft.of(id == null ? source.id() : id);
    management(draft, docdata);
    describe(draft, nitf);
    text(draft, nitf);
    sink.item(draft.build(), source.name());
  }

  /** Times, status and what it does to another document. */
  private static void management(Draft draft, @Nullable Element docdata) throws RefusedException {
    Instant issued = time(docdata, "date.issue");
    Instant release = time(docdata, "date.release");
    draft.version = Dom.attribute(docdata, "du-key", "version");
    draft.versionCreated = issued;
    if (release != null && (issued == null || release.isAfter(issued))) {
      draft.embargoedUntil = release;
    }
    draft.pubStatus = Status.parse(Dom.attribute(docdata, "management-status"));
    draft.urgency = Urgency.parse(Dom.attribute(docdata, "urgency", "ed-urg"));
    String target = Dom.attribute(docdata, "management-doc-idref");
    if (target != null) {
      String status = Dom.attribute(docdata, "management-idref-status");
      draft.association(ActsOn.by(Status.parse(status)).item(ItemUri.of(target)));
    }
    Dom.children(docdata, "ed-msg").forEach(msg -> draft.edNote(msg.attr("info")));
  }

  private static @Nullable Instant time(@Nullable Element docdata, String name) {
    return WireTime.parse(Dom.attribute(docdata, name, "norm"));
  }

  private static void describe(Draft draft, Element nitf) {
    Element head = Dom.at(nitf, "head");
    Element docdata = Dom.at(nitf, "head/docdata");
    Element top = Dom.at(nitf, "body/body.head");
    draft
        .language(Draft.first(nitf.attr("xml:lang"), nitf.attr("baselang")))
        .by(Dom.words(top, "byline"))
        .located(located(top, docdata))
        .slugline(Draft.first(meta(head, "slugline"), meta(head, "anpa-keyword"), key(docdata)))
        .copyrightHolder(Dom.attribute(docdata, "doc.copyright", "holder"))
        .usageTerms(Dom.attribute(docdata, "doc.rights", "limitations"))
        .source(Dom.text(top, "distributor"), null)
        .source(Dom.attribute(docdata, "del-list/from-src", "src-name"), null)
        .source(Dom.attribute(docdata, "doc-id", "regsrc"), null)
        .source(Dom.attribute(docdata, "doc.copyright", "holder"), "copyrightHolder");
    Dom.children(head, "revision-history").forEach(past -> draft.edNote(past.attr("comment")));
    if (draft.urgency == null) {
      draft.urgency = Urgency.parse(Dom.attribute(head, "urgency", "ed-urg"));
    }
    for (Element subject : Dom.below(head, "tobject.subject")) {
      String code = Dom.attribute(subject, "tobject.subject.refnum");
      draft.subject(
          code == null ? null : "subj:" + code,
          Draft.first(
              subject.attr("tobject.subject.detail"),
              subject.attr("tobject.subject.matter"),
              subject.attr("tobject.subject.type")));
    }
    for (Element keyword : Dom.below(docdata, "keyword")) {
      draft.subject(null, Draft.first(keyword.attr("key"), keyword.text()));
    }
  }

  private static void text(Draft draft, Element nitf) {
    Element top = Dom.at(nitf, "body/body.head");
    Element content = Dom.at(nitf, "body/body.content");
    Dom.below(top, "hl1").forEach(line -> draft.headline("main", Dom.text(line)));
    if (!draft.hasHeadline()) {
      draft.headline("main", Draft.first(Dom.text(top, "hedline"), Dom.text(nitf, "head/title")));
    }
    Dom.below(top, "hl2").forEach(line -> draft.headline("sub", Dom.text(line)));
    NitfText.media(draft, content);
    draft.body("main", "text/html", NitfText.html(content));
    Element summary = Dom.at(top, "abstract");
    draft.description("text/html", NitfText.html(summary));
  }

  private static @Nullable String located(@Nullable Element top, @Nullable Element docdata) {
    String city = Dom.text(top, "dateline/location/city");
    String place = Draft.first(Dom.words(top, "dateline/location"), ownText(top, "dateline"));
    return Draft.first(city, place, Dom.attribute(docdata, "evloc", "city"));
  }

  private static @Nullable String ownText(@Nullable Element from, String path) {
    Element element = Dom.at(from, path);
    return element == null ? null : Draft.text(element.ownText());
  }

  private static @Nullable String key(@Nullable Element docdata) {
    return Dom.attribute(docdata, "du-key", "key");
  }

  private static @Nullable String meta(@Nullable Element head, String name) {
    return Dom.children(head, "meta").stream()
        .filter(meta -> meta.attr("name").equals(name))
        .map(meta -> meta.attr("content"))
        .findFirst()
        .orElse(null);
  }
}
