package dev.storywire.producer.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.producer.formats.source.DocumentRepair;
import dev.storywire.schemas.NewsItem;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that one flaw does not make a feed unreadable. */
class DamagedFeedsTest {
  static final String NAMESPACES =
      "xmlns:media='http://search.yahoo.com/mrss/' xmlns:dc='http://purl.org/dc/elements/1.1/' "
          + "xmlns:sy='http://purl.org/rss/1.0/modules/syndication/' "
          + "xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd' "
          + "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'";

  static final String ITEM =
      "<item><title>Pier 4 closed</title><link>https://x.example/1</link></item>";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<ttl>soon</ttl>",
        "<cloud domain='x' port='any'/>",
        "<skipHours><hour>31</hour><hour>noon</hour></skipHours>",
        "<skipDays><day>Someday</day></skipDays>",
        "<image><width>wide</width></image>",
        "<textInput/>",
        "<sy:updateFrequency>often</sy:updateFrequency>",
        "<itunes:image href='::'/>",
        "<itunes:explicit>perhaps</itunes:explicit>"
      })
  void readsAFeedWithAnInvalidElementThatItDoesNotNeed(String element) {
    for (String feed :
        new String[] {
          "<rss version='2.0' %s><channel><title>t</title>%s%s</channel></rss>",
          "<rss version='0.92' %s><channel><title>t</title>%s%s</channel></rss>",
          "<rdf:RDF xmlns='http://purl.org/rss/1.0/' %s><channel>%s</channel>%s</rdf:RDF>"
        }) {
      NewsItem item = read(feed.formatted(NAMESPACES, element, ITEM)).onlyItem();
      assertThat(item.headlines().get(0).value()).isEqualTo("Pier 4 closed");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<media:content url='ht tp://x' fileSize='big' height='' duration='1.5s' medium='?'/>",
        "<media:group><media:content duration='long' url='https://x.example/a.jpg'/></media:group>",
        "<media:thumbnail url=':' height='a'/><media:player url='%%'/><media:hash algo='x'/>",
        "<media:community><media:starRating average='good'/></media:community>",
        "<itunes:duration>a:b</itunes:duration><itunes:season>last</itunes:season>",
        "<enclosure url='u' length='many'/><guid isPermaLink='perhaps'/>",
        "<dc:date>yesterday</dc:date><dc:subject/>"
      })
  void readsAnItemWithAnInvalidExtension(String element) {
    String feed = "<rss version='2.0' %s><channel><title>t</title>%s</channel></rss>";
    String item = ITEM.replace("</item>", element + "</item>");

    assertThat(read(feed.formatted(NAMESPACES, item)).onlyItem().uri())
        .isEqualTo("https://x.example/1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<rss version=''><channel>%s</channel></rss>",
        "<rss version='2'><channel>%s</channel></rss>",
        "<rss version='3.14'><channel>%s</channel></rss>",
        "<rss><channel>%s</channel></rss>",
        "<channel><title>t</title>%s</channel>",
        "<rss version='2.0'>%s</rss>",
        "<rss version='2.0'><channel><title>t</title></channel>%s</rss>",
        "<rss version='2.0'><channel><title>t</title><items>%s</items></channel></rss>",
        "<rss version='2.0'><channel><title>t</title></channel><channel>%s</channel></rss>",
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
            + " xmlns='http://purl.org/rss/1.0/'>%s</rdf:RDF>",
        "<rss version='2.0' xmlns:x=''><channel>%s</channel></rss>",
        "<rss version='2.0' xmlns:xml='urn:x'><channel>%s</channel></rss>",
        "<rss version='2.0'><channel><:x/>%s</channel></rss>",
        "<!DOCTYPE rss [<!ENTITY % latin PUBLIC '-//X//' 'urn:x'> %latin; <!-- don't -->]>"
            + "<rss version='2.0'><channel>%s</channel></rss>",
        "<!DOCTYPE rss [<!ENTITY unused SYSTEM 'file:///etc/hostname'>]>"
            + "<rss version='2.0'><channel>%s</channel></rss>"
      })
  void readsTheItemOfAFeedOfUnusualShape(String feed) {
    assertThat(read(feed.replace("%s", ITEM)).onlyItem().headlines())
        .extracting(NewsItem.Headline::value)
        .containsExactly("Pier 4 closed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<rss/>", "<rss version='2.0'><channel/></rss>", "<channel/>"})
  void acceptsAFeedWithoutAnything(String feed) {
    assertThat(read(feed).refusals).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Warning: date() is not reliable in feed.php on line 3\n",
        "<br />\n<b>Notice</b>: Undefined index in <b>feed.php</b><br />\n",
        "\uFEFF\uFEFFx\n"
      })
  void skipsWhatAServerWroteBeforeTheFeed(String warning) {
    String feed = "<rss version='2.0'><channel>" + ITEM + "</channel></rss>";
    for (String document : new String[] {"<?xml version='1.0'?>\n" + feed, feed}) {
      Collected read = read(warning + document);

      assertThat(read.onlyItem().uri()).isEqualTo("https://x.example/1");
      assertThat(read.repairs)
          .extracting(DocumentRepair::kind)
          .containsExactly(DocumentRepair.Kind.CONTENT_BEFORE_ROOT);
    }
  }

  // fuzzing found 24 kB of line ends in an end tag, which took 6 s
  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void takesLinearTimeForWhiteSpaceInATag() {
    String run = "\r\n".repeat(200_000);
    for (String tag : new String[] {"<x" + run + ">", "</x" + run + "<y>", "<x a" + run + "&>"}) {
      String feed = "<rss version='2.0'><channel>" + ITEM + tag + "</channel></rss>";
      assertThat(read(feed).onlyItem().uri()).isEqualTo("https://x.example/1");
    }
  }

  @Test
  void readsAFeedThatQuotesADocument() {
    String quoted =
        "<description><![CDATA[<?xml version='1.0'?>\n<rss version='2.0'>]]></description>";
    String feed = "\n<rss version='2.0'><channel>" + ITEM + "</channel></rss>";
    Collected read = read(feed.replace("</item>", quoted + "</item>"));

    assertThat(read.onlyItem().uri()).isEqualTo("https://x.example/1");
    assertThat(read.repairs).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<title>Pier ]]> 4</title>|Pier ]]> 4",
        "<title>Pier&#8; 4&#x0;&#xFFFF;</title>|Pier 4",
        "<title>Pier 4</Title>|Pier 4",
        "<title>Pier 4|Pier 4",
        "<title>Pier <4 & more|Pier <4 & more"
      })
  void readsATitleWithAFlaw(String title, String words) {
    String feed =
        "<rss version='2.0'><channel><item>"
            + title
            + "<link>https://x.example/1</link></item></channel></rss>";
    NewsItem item = read(feed).onlyItem();

    assertThat(item.headlines().get(0).value()).isEqualTo(words);
    assertThat(item.uri()).isEqualTo("https://x.example/1");
  }

  @Test
  void namesTheUndeclaredPrefixes() {
    String some = "<b:x/><a:x c:d='e'/>";
    StringBuilder many = new StringBuilder();
    for (int i = 10; i < 30; i++) {
      many.append("<p").append(i).append("y".repeat(900)).append(":x/>");
    }
    String feed = "<rss version='2.0'><channel>%s" + ITEM + "</channel></rss>";

    assertThat(read(feed.formatted(some)).repairs.get(0).detail())
        .isEqualTo("prefixes without a declaration: a, b, c");
    assertThat(read(feed.formatted(many)).repairs.get(0).detail())
        .startsWith("prefixes without a declaration: p10y")
        .endsWith(" and 10 more")
        .hasSizeLessThan(500);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<content mode='base64' type='text/plain'>UGllciA0</content>|Pier 4",
        "<content mode='base64'>!</content>|",
        "<content mode='other'>Pier 4</content>|Pier 4",
        "<content mode='escaped'>Pier 4</content>|Pier 4"
      })
  void readsTheModesOfAtom03(String content, String text) {
    String feed =
        "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry><id>urn:x:1</id>"
            + "<title mode='odd'>Pier</title>"
            + content
            + "</entry></feed>";

    assertThat(read(feed).onlyItem().bodies())
        .extracting(NewsItem.Body::value)
        .isEqualTo(text == null ? java.util.List.of() : java.util.List.of(text));
  }

  private static Collected read(String feed) {
    return Collected.text(Format.AUTO, feed);
  }
}
