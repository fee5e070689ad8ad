package dev.storywire.producer.formats;

import dev.storywire.schemas.NewsItem;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads a NewsML 1.x document of one or more news items.
 *
 * @see <a href="https://iptc.org/standards/newsml-1/">IPTC NewsML 1</a>
 */
final class NewsMl1Reader implements ItemReader {
  @Override
  public void read(Source source, ItemSink sink) throws IOException, RefusedException {
    Element root = Dom.parse(source);
    List<Element> items = Dom.children(root, "NewsItem");
    if (items.isEmpty()) {
      throw new RefusedException("no-items", "the NewsML document has no NewsItem");
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

  private static NewsItem item(Element item) throws RefusedException {
    Element identifier = Dom.at(item, "Identification/NewsIdentifier");
    Draft draft = Draft.of(identity(identifier));
    draft.version = Dom.text(identifier, "RevisionId");
    draft
        .slugline(Dom.text(item, "Identification/NameLabel"))
        .altId("PublicIdentifier", Dom.text(identifier, "PublicIdentifier"));
    management(draft, Dom.at(item, "NewsManagement"));
    describe(draft, item);
    for (Element content : Dom.below(item, "ContentItem")) {
      content(draft, content);
    }
    return draft.build();
  }

  /** The identifier without its revision, which {@code PublicIdentifier} ends in. */
  private static @Nullable String identity(@Nullable Element identifier) {
    String provider = Dom.text(identifier, "ProviderId");
    String date = Dom.text(identifier, "DateId");
    String id = Dom.text(identifier, "NewsItemId");
    return provider == null || date == null || id == null
        ? Draft.first(id, Dom.text(identifier, "PublicIdentifier"))
        : "urn:newsml:" + provider + ":" + date + ":" + id;
  }

  private static void management(Draft draft, @Nullable Element management)
      throws RefusedException {
    draft.versionCreated = WireTime.parse(Dom.text(management, "ThisRevisionCreated"));
    draft.firstCreated = WireTime.parse(Dom.text(management, "FirstCreated"));
    String status = name(management, "Status");
    draft.pubStatus = Status.parse(status);
    if ("embargoed".equalsIgnoreCase(status)) {
      draft.embargoedUntil = WireTime.parse(Dom.text(management, "StatusWillChange/DateAndTime"));
    }
    draft.urgency = Urgency.parse(name(management, "Urgency"));
    draft.usageTerms(Dom.text(management, "UsageRights/UsageType"));
    for (Element instruction : Dom.children(management, "Instruction")) {
      draft.edNote(Draft.first(Dom.text(instruction), instruction.attr("FormalName")));
    }
    for (Element other : Dom.children(management, "AssociatedWith")) {
      String target = Dom.attribute(other, "NewsItem");
      draft.association(
          new NewsItem.Association(
              Dom.attribute(other, "FormalName"),
              target == null ? null : ItemUri.of(target),
              null,
              null));
    }
  }

  private static void describe(Draft draft, Element item) {
    for (Element lines : Dom.below(item, "NewsLines")) {
      draft
          .headline(draft.hasHeadline() ? "sub" : "main", Dom.text(lines, "HeadLine"))
          .headline("sub", Dom.text(lines, "SubHeadLine"))
          .other("copyrightNotice", Dom.text(lines, "CopyrightLine"));
      draft.byIfAbsent(Dom.text(lines, "ByLine"));
      draft.sluglineIfAbsent(Dom.text(lines, "SlugLine"));
      draft.locatedIfAbsent(place(Dom.text(lines, "DateLine")));
      draft.source(Dom.text(lines, "CreditLine"), null);
      Dom.children(lines, "KeywordLine").forEach(word -> draft.subject(null, word.text()));
    }
    for (Element meta : Dom.below(item, "AdministrativeMetadata")) {
      draft.source(name(meta, "Source/Party"), null);
      draft.source(name(meta, "Provider/Party"), "provider");
    }
    for (Element meta : Dom.below(item, "DescriptiveMetadata")) {
      String language = name(meta, "Language");
      draft.languageIfAbsent(language == null ? null : language.toLowerCase(Locale.ROOT));
      for (Element code : Dom.children(meta, "SubjectCode")) {
        code.children()
            .forEach(part -> draft.subject("subj:" + part.attr("FormalName"), part.text()));
      }
    }
  }

  private static void content(Draft draft, Element content) {
    String media = name(content, "MediaType");
    Element data = Dom.at(content, "DataContent");
    if (data == null || (media != null && !media.equalsIgnoreCase("text"))) {
      draft.association(
          new NewsItem.Association("media", null, media, Dom.attribute(content, "Href")));
      return;
    }
    Element nitf = Dom.at(data, "nitf/body/body.content");
    Element html = Dom.at(data, "html/body");
    if (nitf != null || html != null || !data.children().isEmpty()) {
      Element text = nitf != null ? nitf : html != null ? html : data;
      draft.body("main", "text/html", NitfText.html(text));
    } else {
      String text = data.wholeText();
      draft.body("main", text.contains("</") ? "text/html" : "text/plain", text);
    }
  }

  /** A dateline that is only a date says nothing of a place. */
  private static @Nullable String place(@Nullable String dateline) {
    return dateline == null || Character.isDigit(dateline.charAt(0)) ? null : dateline;
  }

  private static @Nullable String name(@Nullable Element from, String path) {
    return Dom.attribute(from, path, "FormalName");
  }
}
