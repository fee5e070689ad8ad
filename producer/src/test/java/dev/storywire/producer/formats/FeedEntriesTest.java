package dev.storywire.producer.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.NewsItem;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what feeds contain beyond their standards, and what entries inherit. */
class FeedEntriesTest {
  private static final String ATOM =
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://coast.example/news/" xml:lang="sv">
      <title>Coast</title><id>urn:coast</id><author><name>Desk</name></author>
      <entry xml:base="2026/"><id>urn:coast:1</id><title>Ett</title><link href="one.html"/>
      <category term="c7" label="Harbour"/><content type="text/plain">Q2FmZSBvcGVu</content></entry>
      <entry xml:lang="en"><id>urn:coast:2</id><title>Two</title><link href="/two"/>
      <author><name>Ann Pier</name></author>
      <content type="application/x-news">Q2FmZSBvcGVucyBvbiB0aGUgcXVheS4=</content></entry>
      <entry><id>urn:coast:3</id><title>Tre</title><link href="//img.example/3"/>
      <content type="image/gif">R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7</content>
      </entry></feed>""";

  @Test
  void resolvesLinksAgainstTheBaseAndInheritsFromTheFeed() {
    Collected read = Collected.text(Format.AUTO, ATOM);

    assertThat(read.items)
        .extracting(NewsItem::uri)
        .containsExactly(
            "https://coast.example/news/2026/one.html",
            "https://coast.example/two",
            "https://img.example/3");
    assertThat(read.items).extracting(NewsItem::language).containsExactly("sv", "en", "sv");
    assertThat(read.items).extracting(NewsItem::by).containsExactly("Desk", "Ann Pier", "Desk");
    assertThat(read.items.get(0).subjects().get(0).name()).isEqualTo("Harbour");
  }

  @Test
  void decodesBase64TextAndOmitsOtherMedia() {
    Collected read = Collected.text(Format.AUTO, ATOM);

    assertThat(read.items.get(1).bodies().get(0).value()).isEqualTo("Cafe opens on the quay.");
    assertThat(read.items.get(2).bodies()).isNullOrEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://www.coast.example/a/7?utm_source=feed&amp;utm_medium=rss",
        "https://coast.example/a/7/",
        "https://COAST.example:443/a/7#comments",
        "https://coast.example/a/7?fbclid=x1",
        "https://coast.example/a/7?ref=rss",
        "https://coast.example/%61/7",
        "https://coast.example/a/7?utm_source=x&amp;amp;utm_medium=y"
      })
  void readsOneUriForAllSpellingsOfALink(String link) {
    assertThat(item("<title>Quay</title><link>" + link + "</link>").uri())
        .isEqualTo("https://coast.example/a/7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kaj%C3%A9n a", "kaj%c3%a9n%20a", "kajén%20%61"})
  void readsOneUriForAllSpellingsOfALetter(String page) {
    String link = "<link>https://k\u00f6ping.example/" + page + "</link>";

    assertThat(item("<title>Quay</title>" + link).uri())
        .isEqualTo("https://xn--kping-jua.example/kaj%C3%A9n%20a");
  }

  @Test
  void keepsTheUriOfItemsThatShareALink() {
    String entry = "<item><title>Quay</title><link>%s</link></item>";
    String feed =
        rss(
            entry.formatted("http://coast.example/a/7")
                + entry.formatted("https://coast.example/a/7/"));

    assertThat(Collected.text(Format.AUTO, feed).items)
        .extracting(NewsItem::uri)
        .containsOnly("https://coast.example/a/7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The <b>Ada <i>II</i></b> sinks|The Ada II sinks",
        "<a href='x'>Harbour shut</a>|Harbour shut",
        "<p>Harbour shut</p>|Harbour shut",
        "<![CDATA[<p>Harbour <em>shut</em></p>]]>|Harbour shut",
        "&lt;a href='x'&gt;Harbour&lt;/a&gt; shut|Harbour shut",
        "2 &lt; 3, says Holm &amp; Co|2 < 3, says Holm & Co",
        "The &lt;Ada&gt; sinks|The <Ada> sinks",
        "<x:b xmlns:x='http://www.w3.org/1999/xhtml'>Ada</x:b> sinks|Ada sinks",
        "The &lt;Ada sinks|The <Ada sinks",
        "Ann &lt;ann@x.example&gt;|Ann <ann@x.example>",
        "a&lt;b and c&gt;d|a<b and c>d",
        "I &amp;lt;3 &lt;i class='x'&gt;Ada&lt;/i&gt;|I <3 Ada",
        "Ada &#150; sunk|Ada – sunk",
        "Ada sinks – FEED|Ada sinks"
      })
  void readsTheWordsOfATitleWithMarkup(String title, String words) {
    assertThat(item("<title>" + title + "</title><link>https://x.example/1</link>").headlines())
        .extracting(NewsItem.Headline::value)
        .containsExactly(words);
  }

  @Test
  void readsATitleOfSeveralLines() {
    NewsItem item = item("<title>\n  Ada\n\n  sinks\n</title><guid>urn:x:1</guid>");

    assertThat(item.headlines().get(0).value()).isEqualTo("Ada sinks");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<d:created>2026-03-02T08:00:00.123456789Z</d:created>|2026-03-02T08:00:00.123Z",
        "<a:updated>2026-03-02T08:00:00Z</a:updated>|2026-03-02T08:00:00Z",
        "<d:created>2 March 2026</d:created>|2026-03-02T00:00:00Z",
        "<pubDate>soon</pubDate><a:published>1772438400</a:published>|2026-03-02T08:00:00Z",
        "<pubDate>2 March 2026</pubDate><a:updated>2026-03-02T08:00:00Z</a:updated>|2026-03-02T00:00:00Z",
        "<pubdate>2 March 2026</pubdate>|2026-03-02T00:00:00Z"
      })
  void readsTheTimeFromOtherVocabularies(String time, Instant expected) {
    String link = "<a:link rel='alternate' href='https://x.example/1'/>";
    String namespaces = "xmlns:a='http://www.w3.org/2005/Atom' xmlns:d='http://purl.org/dc/terms/'";
    String feed = rss("<item><title>Quay</title>" + time + link + "</item>");
    NewsItem item =
        Collected.text(Format.AUTO, feed.replace("<rss", "<rss " + namespaces)).onlyItem();

    assertThat(item.versionCreated()).isEqualTo(expected);
    assertThat(item.uri()).isEqualTo("https://x.example/1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1772438400", "Mo, 2. März 2026 08:00 Uhr", "2026-03-02T08:00:00Z"})
  void readsTheDateOfAFeed(String date) {
    String feed = rss("<lastBuildDate>" + date + "</lastBuildDate><item><title>a</title></item>");

    assertThat(Collected.text(Format.AUTO, feed).documentDate)
        .isEqualTo(Instant.parse("2026-03-02T08:00:00Z"));
  }

  @Test
  void inheritsTheAuthorOfTheSourceBeforeThatOfTheFeed() {
    String source = "<source><title>Wire</title><author><name>Bo Ridge</name></author></source>";
    Collected read =
        Collected.text(Format.AUTO, ATOM.replaceFirst("</entry>", source + "</entry>"));

    assertThat(read.items).extracting(NewsItem::by).containsExactly("Bo Ridge", "Ann Pier", "Desk");
  }

  @Test
  void readsTitlesAndRightsOfAtom03AsText() {
    String feed =
        "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>The <b>Coast</b></title>"
            + "<copyright mode='base64' type='text/html'>QyA8Yj5Db2FzdDwvYj4=</copyright>"
            + "<entry><id>urn:x:1</id><title>Ship <i>Ada</i> lost</title></entry>"
            + "<entry><id>urn:x:2</id><title>Two</title><copyright>Ann &amp; Bo</copyright></entry>"
            + "</feed>";
    Collected read = Collected.text(Format.AUTO, feed);

    assertThat(read.items.get(0).headlines().get(0).value()).isEqualTo("Ship Ada lost");
    assertThat(read.items.get(0).infoSources().get(0).name()).isEqualTo("The Coast");
    assertThat(read.items)
        .extracting(item -> String.valueOf(item.other().get("copyrightNotice")))
        .containsExactly("\"C Coast\"", "\"Ann & Bo\"");
  }

  @Test
  void readsTheImageOfAPodcast() {
    String image = "<x:image xmlns:x='http://www.itunes.com/DTDs/podcast-1.0.dtd' href='u/1.png'/>";

    assertThat(item("<title>Quay</title><link>https://x.example/1</link>" + image).associations())
        .extracting(NewsItem.Association::href)
        .containsExactly("u/1.png");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<rss version='2.0'><channel><title>t</title></channel></rss>",
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>t</title></feed>",
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"t\",\"items\":[]}"
      })
  void acceptsAFeedWithoutEntries(String feed) {
    Collected read = Collected.text(Format.AUTO, feed);

    assertThat(read.items).isEmpty();
    assertThat(read.refusals).isEmpty();
  }

  private static NewsItem item(String content) {
    return Collected.text(Format.AUTO, rss("<item>" + content + "</item>")).onlyItem();
  }

  private static String rss(String items) {
    return "<rss version='2.0'><channel><title>Feed</title>" + items + "</channel></rss>";
  }
}
