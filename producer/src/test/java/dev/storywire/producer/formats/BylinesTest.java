package dev.storywire.producer.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.NewsItem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the bylines of NITF, also within NewsML, and the creators of NewsML-G2. */
class BylinesTest {
  private static final String TEXT = "<p>The mill at Sund is sold.</p>";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <byline>By <person>Ida Mill</person><byttl>Trade writer</byttl></byline> | Ida Mill
          <byline>BY IDA MILL <byttl>Trade writer</byttl></byline>                 | IDA MILL
          <byline>By Ida Mill</byline><byline>By Ole Sund</byline>                 | Ida Mill, Ole Sund
          <byline>Ida Mill</byline><byline><byttl>Coast Wire</byttl></byline>      | Ida Mill
          <byline><byttl>Trade writer</byttl></byline>                             | Trade writer
          """)
  void readsNamesWithoutTitles(String bylines, String by) {
    assertThat(nitf(bylines, TEXT).by()).isEqualTo(by);
    assertThat(newsml(bylines, TEXT).by()).isEqualTo(by);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<byline>By Ida Mill</byline>",
        "<byline>By Ida Mill<byttl>Trade writer</byttl></byline>",
        "<p class=\"byline\">By Ida Mill</p><p class=\"byttl\">Trade writer</p>",
        "<p class=\"first byline\">By <b>Ida Mill</b> <span class=\"byttl\">Trade writer</span></p>"
      })
  void movesABylineFromTheText(String byline) {
    for (NewsItem item : new NewsItem[] {nitf("", byline + TEXT), newsml("", byline + TEXT)}) {
      assertThat(item.by()).isEqualTo("Ida Mill");
      assertThat(item.bodies()).extracting(NewsItem.Body::value).containsExactly(TEXT);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <creator uri="urn:x:ida"><name>Ida Mill</name></creator><creator><name>Ole Sund</name></creator> | Ida Mill, Ole Sund
          <creator qcode="x:7"/>                                                                         |
          <by>By Ada Lind</by><creator><name>Ida Mill</name></creator>                                   | Ada Lind
          """)
  void readsTheNamesOfCreatorsIfThereIsNoByline(String metadata, @Nullable String by) {
    assertThat(newsml(metadata, "", TEXT).by()).isEqualTo(by);
    assertThat(newsml(metadata, "<byline>Eva Holt</byline>", TEXT).by())
        .isEqualTo("Ada Lind".equals(by) ? by : "Eva Holt");
  }

  @Test
  void keepsALongParagraph() {
    String text =
        "<p class=\"byline\">" + "The mill at Sund is sold to its workers. ".repeat(9) + "</p>";

    assertThat(nitf("", text).bodies().get(0).value()).contains("sold to its workers");
  }

  private static NewsItem nitf(String head, String content) {
    return Collected.text(Format.AUTO, body(head, content)).onlyItem();
  }

  private static NewsItem newsml(String head, String content) {
    return newsml("", head, content);
  }

  private static NewsItem newsml(String metadata, String head, String content) {
    String item =
        "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"urn:x:mill\"><contentMeta>"
            + "<headline>Mill</headline>"
            + metadata
            + "</contentMeta><contentSet><inlineXML>"
            + body(head, content)
            + "</inlineXML></contentSet></newsItem>";
    return Collected.text(Format.AUTO, item).onlyItem();
  }

  private static String body(String head, String content) {
    return "<nitf><body><body.head><hedline><hl1>Mill</hl1></hedline>%s</body.head><body.content>%s</body.content></body></nitf>"
        .formatted(head, content);
  }
}
