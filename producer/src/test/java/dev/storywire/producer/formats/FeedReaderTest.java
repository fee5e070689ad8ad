package dev.storywire.producer.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.producer.formats.source.Source;
import dev.storywire.schemas.NewsItem;
import java.nio.charset.Charset;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FeedReaderTest {
  @Test
  void readsRssWithEncodedContentMediaAndCategories() {
    NewsItem item = Collected.sample("rss-2.0.xml").items.get(0);

    assertThat(item.uri()).isEqualTo("https://coast.example/news/harbour-reopens");
    assertThat(item.altIds()).contains(new NewsItem.AltId("guid", "coast-4711"));
    assertThat(item.headlines().get(0).value()).isEqualTo("Harbour & quay reopen");
    assertThat(item.bodies()).hasSize(1);
    assertThat(item.bodies().get(0).contentType()).isEqualTo("text/html");
    assertThat(item.bodies().get(0).value()).contains("<p>The harbour reopened");
    assertThat(item.other().toString()).contains("In short");
    assertThat(item.by()).isEqualTo("Ann Pier");
    assertThat(item.subjects()).extracting(NewsItem.Subject::name).containsExactly("Shipping");
    assertThat(item.infoSources().get(0).name()).isEqualTo("Coast Wire");
    assertThat(item.associations())
        .extracting(NewsItem.Association::href)
        .contains("https://coast.example/harbour.jpg");
    assertThat(item.language()).isEqualTo("en-GB");
  }

  @Test
  void readsUnusualDates() {
    assertThat(Collected.sample("rss-2.0.xml").items)
        .extracting(NewsItem::versionCreated)
        .containsExactly(
            Instant.parse("2026-03-02T09:15:00Z"),
            Instant.parse("2026-03-02T14:15:00Z"),
            Instant.parse("2026-03-02T08:15:00Z"),
            null);
  }

  @Test
  void readsAtom() {
    NewsItem item = Collected.sample("atom-1.0.xml").onlyItem();

    assertThat(item.uri()).isEqualTo("https://hill.example/a/1");
    assertThat(item.firstCreated()).isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
    assertThat(item.versionCreated()).isEqualTo(Instant.parse("2026-03-02T10:30:00Z"));
    assertThat(item.bodies().get(0).contentType()).isEqualTo("application/xhtml+xml");
  }

  @Test
  void prefersUtf8ToAWrongDeclaration() {
    String feed =
        "<?xml version='1.0' encoding='iso-8859-1'?><rss version='2.0'><channel><title>t</title>"
            + "<item><link>https://x.example/1</link><title>Zoë’s café</title></item></channel></rss>";

    assertThat(Collected.text(Format.AUTO, feed).onlyItem().headlines().get(0).value())
        .isEqualTo("Zoë’s café");
  }

  @Test
  void usesTheDeclaredCharsetUnlessTheTextIsUtf8() {
    String feed =
        "<?xml version='1.0' encoding='koi8-r'?><rss version='2.0'><channel><title>t</title>"
            + "<item><link>https://x.example/1</link><title>Порт открыт</title></item></channel></rss>";
    Source source = Source.fetched("feed", "text/xml", feed.getBytes(Charset.forName("KOI8-R")));

    assertThat(Collected.read(Format.AUTO, source).onlyItem().headlines().get(0).value())
        .isEqualTo("Порт открыт");
  }

  @Test
  void identifiesEntriesThatShareTheSiteLinkByTheirGuid() {
    String feed =
        """
        <rss version="2.0"><channel><title>t</title><link>https://x.example/</link>
        <item><link>https://x.example/</link><guid>a</guid><title>One</title></item>
        <item><link>https://x.example/</link><guid>b</guid><title>Two</title></item>
        </channel></rss>""";

    assertThat(Collected.text(Format.AUTO, feed).items)
        .extracting(NewsItem::uri)
        .doesNotHaveDuplicates()
        .hasSize(2);
  }

  @Test
  void refusesAnEntityBombWithoutExpandingIt() {
    String bomb =
        "<!DOCTYPE rss [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]>"
            + "<rss version='2.0'><channel><item><title>&b;</title></item></channel></rss>";

    assertThat(Collected.text(Format.AUTO, bomb).onlyRefusal().code()).isEqualTo("xml-entities");
  }

  @Test
  void refusesBrokenAndDeeplyNestedXml() {
    assertThat(Collected.text(Format.RSS, "<rss><channel><item>").onlyRefusal().code())
        .isEqualTo("truncated");
    String deep = "<rss version='2.0'><channel>" + "<x>".repeat(5000) + "</x>".repeat(5000);
    assertThat(Collected.text(Format.RSS, deep + "</channel></rss>").onlyRefusal().reason())
        .contains("nested deeper");
  }
}
