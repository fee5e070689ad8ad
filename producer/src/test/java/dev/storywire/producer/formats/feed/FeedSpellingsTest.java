package dev.storywire.producer.formats.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.producer.formats.Collected;
import dev.storywire.producer.formats.Format;
import dev.storywire.producer.formats.source.Source;
import dev.storywire.schemas.NewsItem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests texts, authors, links and charsets that feeds write in unusual ways. */
class FeedSpellingsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "&lt;![CDATA[Ferry stuck]]&gt;",
        "<![CDATA[<![CDATA[Ferry stuck]]>]]&gt;",
        "&amp;lt;p&amp;gt;Ferry stuck&amp;lt;/p&amp;gt;",
        "&lt;![CDATA[&lt;p&gt;Ferry stuck&lt;/p&gt;]]&gt;"
      })
  void readsTheWordsOfATextThatIsEscapedTwice(String text) {
    NewsItem item =
        item("<title>" + text + "</title><description>" + text + "</description><guid>u:1</guid>");

    assertThat(item.headlines().get(0).value()).isEqualTo("Ferry stuck");
    assertThat(item.bodies().get(0).value()).isIn("Ferry stuck", "<p>Ferry stuck</p>");
  }

  @Test
  void keepsATextThatShowsTags() {
    String text = "&lt;p&gt;Write &amp;lt;p&amp;gt; for a paragraph&lt;/p&gt;";
    NewsItem item = item("<title>Tags</title><description>" + text + "</description>");

    assertThat(item.bodies().get(0).value()).isEqualTo("<p>Write &lt;p&gt; for a paragraph</p>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "desk@quay.example (Una Skerry)|Una Skerry",
        "Una Skerry &lt;desk@quay.example&gt;|Una Skerry",
        "Una Skerry (desk@quay.example)|Una Skerry",
        "Una Skerry (Kirk)|Una Skerry (Kirk)",
        "Una Skerry, Per Holme|Una Skerry, Per Holme",
        "desk@quay.example|",
        "desk@quay.example ()|"
      })
  void readsTheNameOfAnAuthor(String author, String name) {
    assertThat(item("<title>Ferry</title><author>" + author + "</author>").by()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<link rel='alternate' type='application/json' href='/n/1.json'/><link href='/n/1'/>",
        "<link rel='edit' href='/e/1'/><link type='text/plain' href='/n/1.txt'/>"
            + "<link rel='alternate' type='text/html' href='/n/1'/>",
        "<link rel='http://www.iana.org/assignments/relation/alternate' href='/n/1'/>",
        "<link rel='related' href='/n/2'/><link type='application/xhtml+xml' href='/n/1'/>"
            + "<link href='/n/1?print'/>"
      })
  void readsTheLinkToThePage(String links) {
    assertThat(entry(links).uri()).isEqualTo("https://quay.example/n/1");
  }

  @Test
  void readsAnotherRepresentationIfThereIsNoPage() {
    assertThat(entry("<link type='text/plain' href='/n/1.txt'/>").uri())
        .isEqualTo("https://quay.example/n/1.txt");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<pubDate>Wed, 04 Feb 2026 14:20:00 GMT</pubDate>",
        "<date>2026-02-04 14:20:00 +0000 UTC</date>",
        "<published/><pubDate>1770214800.0</pubDate>"
      })
  void readsATimeOfRssInAtom(String time) {
    assertThat(entry(time).versionCreated()).isEqualTo(Instant.parse("2026-02-04T14:20:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cp-1251", "CP1251", "win-1251", "win1251", "windows1251"})
  void readsSpellingsOfACodePage(String name) {
    String feed = "<?xml version='1.0' encoding='" + name + "'?>" + rss("<title>Паром</title>");

    assertThat(title(feed.getBytes(Charset.forName("windows-1251")))).isEqualTo("Паром");
  }

  @Test
  void readsControlCharactersAsPunctuation() {
    String feed = rss("<title>\u0093Ada\u0094 \u0096 Skerry\u0092s ferry\u0081</title>");

    assertThat(title(feed.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("\u201cAda\u201d \u2013 Skerry\u2019s ferry");
  }

  private static @Nullable String title(byte[] feed) {
    return Collected.read(Format.AUTO, Source.fetched("sample", null, feed))
        .onlyItem()
        .headlines()
        .get(0)
        .value();
  }

  private static NewsItem entry(String content) {
    String feed =
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://quay.example/'><title>F</title>"
            + "<entry><id>u:1</id><title>Ferry</title>"
            + content
            + "</entry></feed>";
    return Collected.text(Format.AUTO, feed).onlyItem();
  }

  private static NewsItem item(String content) {
    return Collected.text(Format.AUTO, rss(content)).onlyItem();
  }

  private static String rss(String content) {
    return "<rss version='2.0'><channel><title>F</title><item>"
        + content
        + "</item></channel></rss>";
  }
}
