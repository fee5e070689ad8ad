package dev.storywire.producer.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.producer.formats.item.DateParser;
import dev.storywire.producer.formats.item.PublicationMark;
import dev.storywire.schemas.NewsItem;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests damaged input of kinds that occur in practice. */
class RepairTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Wed, 04 Feb 2026 16:03:00 GMT+0200|2026-02-04T14:03:00Z",
        "Wed, Feb 4 2026 04:45:26 +0000|2026-02-04T04:45:26Z",
        "Wed, 04 Feb 2026 12:15 PM|2026-02-04T12:15:00Z",
        "Tue, 02 Sept 2025 14:20:00 GMT|2025-09-02T14:20:00Z",
        "February 4, 2026|2026-02-04T00:00:00Z",
        "4. Februar 2026 14:20 Uhr|2026-02-04T14:20:00Z",
        "mer. 4 févr. 2026 14:20 CET|2026-02-04T13:20:00Z",
        "4 de febrero de 2026|2026-02-04T00:00:00Z",
        "mar 10 mar 2026 08:00|2026-03-10T08:00:00Z",
        "1770214800|2026-02-04T14:20:00Z",
        "1770214800000|2026-02-04T14:20:00Z",
        "20260204142000|2026-02-04T14:20:00Z"
      })
  void readsDates(String text, String instant) {
    assertThat(DateParser.parse(text)).isEqualTo(Instant.parse(instant));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "0000-00-00 00:00:00",
        "Mon, 01 Jan 0001 00:00:00 +0000",
        "02/03/2026",
        "4 Foo 2026"
      })
  void ignoresImplausibleDates(String text) {
    assertThat(DateParser.parse(text)).isNull();
  }

  @Test
  void readsAFeedWithUndeclaredPrefixesAndBareAmpersands() {
    String feed =
        "<rss version='2.0'><channel><title>Fish & Sons</title><item><title>Nets & lines</title>"
            + "<dc:creator>Ann Pier</dc:creator><link>https://x.example/1?a=1&b=2</link></item>"
            + "</channel></rss><script>1</script>";

    NewsItem item = Collected.text(Format.AUTO, feed).onlyItem();

    assertThat(item.headlines().get(0).value()).isEqualTo("Nets & lines");
    assertThat(item.by()).isEqualTo("Ann Pier");
    assertThat(item.uri()).isEqualTo("https://x.example/1?a=1&b=2");
  }

  @Test
  void readsTheCompleteItemsOfATruncatedFeed() {
    String feed =
        "<rss version='2.0'><channel><title>t</title><item><title>Whole</title>"
            + "<link>https://x.example/1</link></item><item><title>Half";

    assertThat(Collected.text(Format.AUTO, feed).onlyItem().headlines().get(0).value())
        .isEqualTo("Whole");
  }

  @Test
  void keepsTheTextWithinMarkup() {
    String feed =
        "<rss version='2.0'><channel><title>t</title><item><title>Ship <i>Ada</i> lost</title>"
            + "<link>https://x.example/1</link></item></channel></rss>";

    assertThat(Collected.text(Format.AUTO, feed).onlyItem().headlines().get(0).value())
        .isEqualTo("Ship Ada lost");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The ferry sank.\n\n* * *\nNot for publication\nDesk: +00 1",
        "The ferry sank.\n\nThe following details are not for publication:\nDesk: +00 1",
        "The ferry sank. *** NOT FOR PUBLICATION *** Desk: +00 1",
        "The ferry sank.\n\n## Nicht zur Veröffentlichung ##\nDesk: +00 1",
        "<p>The ferry sank.</p><p><b>Not for</b> publication</p><p>Desk: +00 1</p>",
        "The ferry sank.\n\nNiet voor publicatie\nDesk: +00 1"
      })
  void removesTextNotForPublication(String text) {
    assertThat(PublicationMark.cut(text)).contains("ferry sank").doesNotContain("+00");
  }

  @Test
  void keepsASentenceThatContainsThePhrase() {
    String text = "The report was not for publication, the minister said on Monday.\nHe resigned.";

    assertThat(PublicationMark.cut(text)).isEqualTo(text);
  }
}
