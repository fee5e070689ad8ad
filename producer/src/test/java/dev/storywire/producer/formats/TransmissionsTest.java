package dev.storywire.producer.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.producer.formats.source.Source;
import dev.storywire.schemas.NewsItem;
import java.nio.charset.Charset;
import java.time.Instant;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests transmissions in ANPA 1312 and IPTC 7901 of the kinds that agencies send. */
class TransmissionsTest {
  static final String URGENT =
      """
      {SOH}kwd0042 1 vm 77 Hafen/Sperrung{STX}
      EILMELDUNG
      2ND LEAD

      Hafen von Holm gesperrt
      Von Ann Pier=

      Holm (kwd) - Der Hafen ist seit Montag gesperrt.

      Ein Sprecher nannte keinen Grund.

      %s
      Dienst: Bo Ridge, +00 5550
      {ETX}091405 Okt 25
      """;

  static final String ANPA =
      """
      {SYN}{SYN}{SOH}w4711{US}-----
      r i{DC3}{DC1} BC-HLM--Harbour      10-09{SP}
      {STX}^BC-HLM--Harbour,<
      ^Harbour of Holm closes<
      ^BY BO RIDGE=
      ^Kelp Wire=
      \t   HOLM (KW) _ The harbour closed Thursday.
      \t   A spokesman gave no reason.
      ^END<
      {ETX}^KW-WF-10-09-25 1405GMT<
      """;

  @Test
  void readsANoteBehindAHeadlineOfIptc7901() {
    String note = "Hafen von Holm gesperrt\n(Berichtigt den Namen im 2. Absatz)";
    NewsItem item =
        read(URGENT.replace("Hafen von Holm gesperrt", note).formatted("kwd vm/k1")).onlyItem();

    assertThat(item.edNote())
        .isEqualTo("EILMELDUNG\n2ND LEAD\n(Berichtigt den Namen im 2. Absatz)");
    assertThat(item.by()).isEqualTo("Ann Pier");
    assertThat(item.bodies().get(0).value()).startsWith("Holm (kwd) - Der Hafen");
  }

  @Test
  void readsFlagsHeadlineAndBylineOfIptc7901() {
    NewsItem item = read(URGENT.formatted("kwd vm/k1")).onlyItem();

    assertThat(item.headlines().get(0).value()).isEqualTo("Hafen von Holm gesperrt");
    assertThat(item.edNote()).isEqualTo("EILMELDUNG\n2ND LEAD");
    assertThat(item.by()).isEqualTo("Ann Pier");
    assertThat(item.versionCreated()).isEqualTo(Instant.parse("2025-10-09T14:05:00Z"));
    assertThat(item.bodies().get(0).value()).startsWith("Holm (kwd) - Der Hafen");
  }

  @Test
  void removesThePartOfIptc7901ThatIsNotForPublication() {
    for (String mark :
        new String[] {
          "* * * *\nDie folgenden Informationen sind nicht zur Veröffentlichung bestimmt",
          "## Redaktionelle Hinweise - nicht zur Veröffentlichung",
          "*** NOT FOR PUBLICATION ***",
          "Ne pas publier :"
        }) {
      Collected read = read(URGENT.formatted(mark));

      assertThat(read.onlyItem().toString()).contains("keinen Grund").doesNotContain("5550");
      assertThat(read.repairs)
          .extracting(repair -> repair.kind().code())
          .containsExactly("not-for-publication");
    }
  }

  @Test
  void readsAnAnpaHeaderWithoutWordCountAndAnEndMark() {
    NewsItem item = read(ANPA).onlyItem();

    assertThat(item.headlines())
        .extracting(NewsItem.Headline::value)
        .containsExactly("Harbour of Holm closes");
    assertThat(item.by()).isEqualTo("BO RIDGE");
    assertThat(item.infoSources()).extracting(NewsItem.InfoSource::name).contains("Kelp Wire");
    assertThat(item.versionCreated()).isEqualTo(Instant.parse("2025-10-09T14:05:00Z"));
    assertThat(item.bodies().get(0).value())
        .isEqualTo("HOLM (KW) - The harbour closed Thursday.\n\nA spokesman gave no reason.");
  }

  @Test
  void usesTheTimeOfTheContentIfTheOthersAreEmpty() {
    NewsItem item =
        Collected.text(
                Format.AUTO,
                """
                <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:kwd:1" version="2">
                <itemMeta><itemClass qcode="ninat:text"/><versionCreated/><firstCreated/></itemMeta>
                <contentMeta><contentCreated>2011-05-07T19:30:00Z</contentCreated>
                <headline>Norrby win cup</headline></contentMeta>
                <contentSet><inlineXML contenttype="application/xhtml+xml">
                <html xmlns="http://www.w3.org/1999/xhtml"><body><p>Norrby won
                2&lt;kwdash&gt;-&lt;/kwdash&gt;0, where x &lt; y.</p></body></html>
                </inlineXML></contentSet></newsItem>""")
            .onlyItem();

    assertThat(item.versionCreated()).isEqualTo(Instant.parse("2011-05-07T19:30:00Z"));
    assertThat(item.bodies().get(0).value()).contains("2-0, where x &lt; y").doesNotContain("dash");
  }

  @Test
  void readsInlineXmlThatIsEscaped() {
    NewsItem item =
        Collected.text(
                Format.AUTO,
                """
                <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:kwd:2" version="1">
                <itemMeta><itemClass qcode="ninat:text"/>
                <versionCreated>2011-05-07T19:30:00Z</versionCreated></itemMeta>
                <contentMeta><headline>Norrby win cup</headline></contentMeta>
                <contentSet><inlineXML contenttype="application/xhtml+xml">
                <![CDATA[<p>Norrby won the cup.</p><p>They <em>sang</em>.</p>]]>
                </inlineXML></contentSet></newsItem>""")
            .onlyItem();

    String body = Jsoup.parse(String.valueOf(item.bodies().get(0).value())).text();
    assertThat(body).isEqualTo("Norrby won the cup. They sang.");
  }

  @Test
  void aTransmissionEndsWhereTheNextOneStarts() {
    Collected read = read("{SOH}kwd0042 1 vm 77 Hafen{STX}\nCut off ".repeat(2_000) + URGENT);

    assertThat(read.items).extracting(NewsItem::by).containsExactly("Ann Pier");
    assertThat(read.refusals).hasSize(2_000).allMatch(r -> r.code().equals("truncated"));
  }

  @Test
  void keepsASentenceThatBeginsLikeAByline() {
    String sentence = "By noon the quay was empty and the boats had gone home.";
    NewsItem item = read(URGENT.formatted("kwd").replace("Von Ann Pier=", sentence)).onlyItem();

    assertThat(item.by()).isNull();
    assertThat(item.bodies().get(0).value()).startsWith(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "091405 Okt 2025|2025-10-09T14:05:00Z",
        "091405Z Oct 25|2025-10-09T14:05:00Z",
        "091405 MEZ Mär 26|2026-03-09T13:05:00Z",
        "kwd vm/k1  091405 October 25|2025-10-09T14:05:00Z",
        "310930 Feb 26|"
      })
  void readsTheTimeAfterIptc7901(String stamp, @Nullable Instant time) {
    NewsItem item = read(URGENT.formatted("kwd").replace("091405 Okt 25", stamp)).onlyItem();

    assertThat(item.versionCreated()).isEqualTo(time);
    assertThat(item.uri()).doesNotContain("k1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "KW-WF-10-09-25 1005EDT|2025-10-09T14:05:00Z",
        "KW-NY-10-09-2025 1405 GMT|2025-10-09T14:05:00Z",
        "KW-NY-10-09-87 0905EST|1987-10-09T14:05:00Z",
        "KW-NY-10-09-25 0905XYT|"
      })
  void readsTheSignOffOfAnpa(String signOff, @Nullable Instant time) {
    String anpa = ANPA.replace("KW-WF-10-09-25 1405GMT", signOff);

    assertThat(read(anpa).onlyItem().versionCreated()).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^NOT FOR PUBLICATION<",
        "^NOT FOR<\n^PUBLICATION<",
        "^Eds: NOT FOR PUBLICATION.<",
        "(END)\n-30-"
      })
  void readsNothingBehindTheEndOfAnpa(String end) {
    String anpa = ANPA.replace("^END<", end.startsWith("^") ? end + "\n\tDesk: 5550" : end);
    Collected read = read(anpa);

    assertThat(read.onlyItem().bodies().get(0).value()).endsWith("gave no reason.");
    assertThat(read.onlyItem().toString()).doesNotContain("5550");
    assertThat(read.repairs).hasSize(end.startsWith("^") ? 1 : 0);
  }

  @Test
  void readsUtf8AndSkipsNoiseBeforeTheFirstTransmission() {
    String text = "~~~ line 4\n" + bytes(URGENT.formatted("kwd").replace("Hafen von", "Häfen in"));
    Collected read = Collected.text(Format.AUTO, text);

    assertThat(read.onlyItem().headlines().get(0).value()).isEqualTo("Häfen in Holm gesperrt");
    assertThat(read.repairs)
        .extracting(repair -> repair.kind().code())
        .containsExactly("content-before-root");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kwd0042 1 vm Hafen", "kwd 042 1 vm 77 Hafen", "kwd42 1 vm"})
  void readsAnIptc7901HeaderWithoutWordCount(String header) {
    String iptc = URGENT.formatted("kwd").replace("kwd0042 1 vm 77 Hafen/Sperrung", header);

    assertThat(read(iptc).onlyItem().by()).isEqualTo("Ann Pier");
  }

  static Collected read(String transmission) {
    Charset charset = Charset.forName("windows-1252");
    byte[] bytes = bytes(transmission).getBytes(charset);
    return Collected.read(Format.ANPA, Source.fetched("wire", null, bytes));
  }

  private static String bytes(String transmission) {
    return transmission
        .replace("{SOH}", "\u0001")
        .replace("{STX}", "\u0002")
        .replace("{ETX}", "\u0003")
        .replace("{DC1}", "\u0011")
        .replace("{DC3}", "\u0013")
        .replace("{SYN}", "\u0016")
        .replace("{US}", "\u001f")
        .replace("{SP}", " ");
  }
}
