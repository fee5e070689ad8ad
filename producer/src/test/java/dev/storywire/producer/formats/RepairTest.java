package dev.storywire.producer.formats;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.producer.formats.item.PublicationMark;
import dev.storywire.producer.formats.source.Source;
import dev.storywire.schemas.NewsItem;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests damaged input of kinds that occur in practice. */
class RepairTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "undeclared-prefix|<media:thumbnail url='x'/>|",
        "unescaped-markup|<category>Fish & chips</category>|",
        "bad-attribute|<enclosure url=x/>|",
        "unbalanced-tags|<category>Ports|",
        "content-after-root||<div>Served by cache 4</div>",
        "stray-bytes|<category>Café</category>|"
      })
  void readsADamagedFeedUnlessStrict(String code, @Nullable String inItem, @Nullable String tail) {
    String feed =
        "<rss version='2.0'><channel><title>Ö</title><item><title>Pier 4 closed — for good</title>"
            + "<link>https://x.example/1</link>%s</item></channel></rss>%s";
    String text = feed.formatted(inItem == null ? "" : inItem, tail == null ? "" : tail);
    byte[] document = withLatin1(text);

    Collected read = Collected.read(Format.AUTO, Source.fetched("sample", null, document));

    assertThat(read.onlyItem().headlines().get(0).value()).isEqualTo("Pier 4 closed — for good");
    assertThat(read.repairs).extracting(repair -> repair.kind().code()).contains(code);
    assertThat(Collected.strict(document).onlyRefusal().code()).isEqualTo(code);
  }

  /** Encodes a text as UTF-8, but its {@code é} as Latin-1. */
  private static byte[] withLatin1(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String letter : text.split("")) {
      bytes.writeBytes(letter.getBytes(letter.equals("é") ? ISO_8859_1 : UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void expandsDeclaredEntitiesOfPlainText() {
    String feed =
        "<!DOCTYPE rss [<!ENTITY yard \"Holm & Sons\"><!ENTITY mark '&#233;&#x2014;'>"
            + "<!ENTITY lt '&#38;#60;'>]><rss version='2.0'><channel><title>t</title><item>"
            + "<title>&yard; caf&mark;5 &lt; 6</title><link>https://x.example/1</link></item>"
            + "</channel></rss>";

    assertThat(Collected.text(Format.AUTO, feed.replace(" & ", " ")).onlyItem().headlines())
        .extracting(NewsItem.Headline::value)
        .containsExactly("Holm Sons café—5 < 6");
    assertThat(Collected.text(Format.AUTO, feed).onlyRefusal().code()).isEqualTo("xml-entities");
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
