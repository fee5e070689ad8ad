package dev.storywire.producer.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.producer.formats.item.ItemUri;
import dev.storywire.schemas.NewsItem;
import dev.storywire.schemas.PubStatus;
import dev.storywire.schemas.Refusal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Reads one sample per format, written from its standard, and checks each field. */
class WireFormatsTest {
  private static final Instant MADE = Instant.parse("2026-03-02T08:15:00Z");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @Test
  void readsANewsMlG2Item() {
    NewsItem item = Collected.sample("newsml-g2-item.xml").onlyItem();

    assertThat(item.uri()).isEqualTo("urn:newsml:coast.example:20260302:harbour");
    assertThat(item.version()).isEqualTo("4");
    assertThat(item.versionCreated()).isEqualTo(MADE);
    assertThat(item.firstCreated()).isEqualTo(Instant.parse("2026-03-02T06:00:00Z"));
    assertThat(item.contentCreated()).isEqualTo(Instant.parse("2026-03-01T20:00:00Z"));
    assertThat(item.embargoedUntil()).isEqualTo(NOON);
    assertThat(item.pubStatus()).isEqualTo(PubStatus.USABLE);
    assertThat(item.urgency()).isEqualTo(2);
    assertThat(item.language()).isEqualTo("en");
    assertThat(item.by()).isEqualTo("Ann Pier");
    assertThat(item.slugline()).isEqualTo("HARBOUR");
    assertThat(item.edNote()).startsWith("CORRECTS the day");
    assertThat(item.located()).isEqualTo("Eastport");
    assertThat(item.copyrightHolder()).isEqualTo("Coast Wire");
    assertThat(item.usageTerms()).isEqualTo("Not for archives");
    assertThat(item.headlines())
        .extracting(NewsItem.Headline::role)
        .containsExactly("main", "subHeadline");
    assertThat(item.bodies().get(0).value())
        .isEqualTo("<p>The harbour <em>reopened</em> on Monday.</p>");
    assertThat(item.infoSources())
        .extracting(NewsItem.InfoSource::name)
        .containsExactly("Harbour Office", "Coast Wire");
    assertThat(item.subjects())
        .containsExactly(new NewsItem.Subject("medtop:20001337", "shipping", null));
    assertThat(item.altIds()).containsExactly(new NewsItem.AltId("number", "0042"));
    assertThat(item.associations())
        .contains(
            new NewsItem.Association(
                "corrects", "urn:newsml:coast.example:20260301:harbour", null, null))
        .hasSize(2);
    assertThat(item.other()).containsOnlyKeys("type", "signals", "descriptions");
  }

  @Test
  void decodesBase64TextOfNewsMlG2() {
    String item =
        "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='urn:x:1'><contentMeta>"
            + "<headline>Quay</headline></contentMeta><contentSet>"
            + "<inlineData encoding='http://x.example/encoding/base64'>Q2FmZSBvcGVucy4=</inlineData>"
            + "<inlineData encoding='base64'>R0lGODlhAQABAIAAAAAAAP///yH5BA==</inlineData>"
            + "</contentSet></newsItem>";

    assertThat(Collected.text(Format.AUTO, item).onlyItem().bodies())
        .extracting(NewsItem.Body::value)
        .containsExactly("Cafe opens.");
  }

  @Test
  void readsEachItemOfANewsMlG2Message() {
    Collected read = Collected.sample("newsml-g2-message.xml");

    assertThat(read.items)
        .extracting(NewsItem::uri)
        .containsExactly("urn:coast:a", "urn:coast:b", "urn:coast:c");
    NewsItem withNitf = read.items.get(0);
    assertThat(withNitf.versionCreated()).isEqualTo(Instant.parse("2026-03-02T10:00:00Z"));
    assertThat(withNitf.by()).isEqualTo("Bo Ridge");
    assertThat(withNitf.bodies().get(0).value())
        .contains("<h2>Fog</h2><p>The ferry of East Line was late.</p>")
        .doesNotContain("Not text");
    assertThat(read.items.get(1).bodies().get(0).value()).isEqualTo("A ferry in fog.");
    assertThat(read.items.get(2).pubStatus()).isEqualTo(PubStatus.CANCELED);
    assertThat(read.refusals).extracting(Refusal::code).containsExactly("wrong-type", "not-news");
  }

  @Test
  void readsNitfWithAHarmlessDoctype() {
    NewsItem item = Collected.sample("nitf-3.6.xml").onlyItem();

    assertThat(item.uri()).isEqualTo(ItemUri.of("coast.2"));
    assertThat(item.version()).isEqualTo("2");
    assertThat(item.versionCreated()).isEqualTo(MADE);
    assertThat(item.embargoedUntil()).isEqualTo(NOON);
    assertThat(item.pubStatus()).isEqualTo(PubStatus.USABLE);
    assertThat(item.associations())
        .containsExactly(new NewsItem.Association("kills", ItemUri.of("coast.1"), null, null));
    assertThat(item.urgency()).isEqualTo(4);
    assertThat(item.headlines().get(0).value()).isEqualTo("Harbour reopens — café too");
    assertThat(item.by()).isEqualTo("Ann Pier");
    assertThat(item.located()).isEqualTo("Eastport");
    assertThat(item.slugline()).isEqualTo("harbour-reopens");
    assertThat(item.edNote()).isEqualTo("KILLS earlier item");
    assertThat(item.bodies().get(0).value()).contains("<p>The harbour reopened on Monday.</p>");
    assertThat(item.infoSources().get(0).name()).isEqualTo("Coast Wire");
  }

  @Test
  void readsNewsMl1() {
    NewsItem item = Collected.sample("newsml-1.2.xml").onlyItem();

    assertThat(item.uri()).isEqualTo("urn:newsml:coast.example:20260302:harbour");
    assertThat(item.version()).isEqualTo("2");
    assertThat(item.versionCreated()).isEqualTo(MADE);
    assertThat(item.embargoedUntil()).isEqualTo(NOON);
    assertThat(item.urgency()).isEqualTo(3);
    assertThat(item.language()).isEqualTo("en");
    assertThat(item.edNote()).isEqualTo("ADDS quotes");
    assertThat(item.slugline()).isEqualTo("HARBOUR");
    assertThat(item.headlines())
        .extracting(NewsItem.Headline::value)
        .containsExactly("Harbour reopens", "Dredging ends");
    assertThat(item.bodies().get(0).value())
        .isEqualTo("<p>The harbour reopened.</p><p>It did.</p>");
    assertThat(item.associations())
        .extracting(NewsItem.Association::role)
        .containsExactly("corrects", "media");
  }

  @Test
  void readsAnpa() {
    NewsItem item = Collected.sample("anpa-1312.txt").onlyItem();

    assertThat(item.versionCreated()).isEqualTo(Instant.parse("2026-03-02T14:15:00Z"));
    assertThat(item.slugline()).isEqualTo("BC-US--Harbour, 1st Ld-Writethru");
    assertThat(item.headlines().get(0).value()).isEqualTo("Harbour reopens after two weeks");
    assertThat(item.edNote()).isEqualTo("Eds: UPDATES with quotes.");
    assertThat(item.by()).isEqualTo("ANN PIER");
    assertThat(item.bodies().get(0).value())
        .isEqualTo(
            "EASTPORT, Maine (AP) - The harbour reopened Monday after \"two\nlong weeks.\"\n\nShips"
                + " came in.");
  }

  @Test
  void readsIptc7901() {
    NewsItem item = Collected.sample("iptc-7901.txt").onlyItem();

    assertThat(item.versionCreated()).isEqualTo(Instant.parse("2026-03-02T14:15:00Z"));
    assertThat(item.urgency()).isEqualTo(4);
    assertThat(item.headlines().get(0).value()).isEqualTo("Hafen wieder geöffnet");
    assertThat(item.infoSources().get(0).name()).isEqualTo("dpa");
    assertThat(item.slugline()).isEqualTo("Hafen/Verkehr/");
  }

  @Test
  void readsAWebPage() {
    NewsItem item = Collected.sample("page.html").onlyItem();

    assertThat(item.uri()).isEqualTo("https://coast.example/news/harbour");
    assertThat(item.headlines().get(0).value()).isEqualTo("Harbour reopens");
    assertThat(item.by()).isEqualTo("Ann Pier, Bo Ridge");
    assertThat(item.infoSources().get(0).name()).isEqualTo("Coast Wire");
    assertThat(item.firstCreated()).isEqualTo(MADE);
    assertThat(item.versionCreated()).isEqualTo(Instant.parse("2026-03-02T10:00:00Z"));
    assertThat(item.subjects()).extracting(NewsItem.Subject::name).containsExactly("Shipping");
    assertThat(item.bodies().get(0).value())
        .contains("came in with the morning tide")
        .doesNotContain("alert", "cookies", "Ten beaches");
  }

  @Test
  void refusesAnExternalEntity() {
    String evil =
        "<!DOCTYPE nitf [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><nitf><body>&x;</body></nitf>";

    assertThat(Collected.text(Format.AUTO, evil).onlyRefusal().code()).isEqualTo("xml-entities");
  }

  @Test
  void refusesTruncatedAndUnknownDocuments() {
    assertThat(Collected.text(Format.NITF, "<nitf><head>").onlyRefusal().code())
        .isEqualTo("truncated");
    assertThat(Collected.text(Format.AUTO, "<invoice/>").onlyRefusal().reason())
        .contains("<invoice>");
    assertThat(Collected.text(Format.AUTO, "\u0001no header").onlyRefusal().code())
        .isEqualTo("truncated");
  }
}
