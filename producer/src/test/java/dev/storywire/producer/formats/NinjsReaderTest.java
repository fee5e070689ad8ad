package dev.storywire.producer.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.producer.formats.item.ItemUri;
import dev.storywire.schemas.NewsItem;
import dev.storywire.schemas.PubStatus;
import dev.storywire.schemas.Refusal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NinjsReaderTest {
  @Test
  void readsLowerCase() {
    NewsItem item = Collected.sample("ninjs-1.4.json").onlyItem();

    assertThat(item.uri()).isEqualTo("urn:coastwire:2026:harbour-17");
    assertThat(item.version()).isEqualTo("3");
    assertThat(item.versionCreated()).isEqualTo(Instant.parse("2026-03-02T08:15:00Z"));
    assertThat(item.embargoedUntil()).isEqualTo(Instant.parse("2026-03-02T12:00:00Z"));
    assertThat(item.pubStatus()).isEqualTo(PubStatus.USABLE);
    assertThat(item.urgency()).isEqualTo(3);
    assertThat(item.by()).isEqualTo("Ann Pier");
    assertThat(item.slugline()).isEqualTo("HARBOUR-REOPENS");
    assertThat(item.edNote()).isEqualTo("ADDS quotes");
    assertThat(item.headlines())
        .extracting(NewsItem.Headline::value)
        .containsExactly("Harbour reopens");
    assertThat(item.bodies())
        .extracting(NewsItem.Body::contentType)
        .containsExactly("text/html", "text/plain");
    assertThat(item.infoSources().get(0).name()).isEqualTo("Coast Wire");
    assertThat(item.subjects())
        .containsExactly(new NewsItem.Subject("medtop:20001337", "shipping", null));
    assertThat(item.altIds()).containsExactly(new NewsItem.AltId("agency", "CW-17"));
    assertThat(item.associations())
        .contains(
            new NewsItem.Association("corrects", "urn:coastwire:2026:harbour-16", null, null));
    assertThat(item.other()).containsOnlyKeys("type", "title", "genre");
  }

  @Test
  void keepsCamelCaseItemsUnchanged() {
    NewsItem item = Collected.sample("ninjs-3.0.json").onlyItem();

    assertThat(item.pubStatus()).isEqualTo(PubStatus.WITHHELD);
    assertThat(item.headlines()).hasSize(2);
    assertThat(item.headlines().get(1).other()).containsKey("lang");
    assertThat(item.bodies().get(0).wordCount()).isEqualTo(5);
    assertThat(item.associations().get(0).role()).isEqualTo("kills");
    assertThat(item.associations().get(0).uri()).isEqualTo(ItemUri.of("harbour-9"));
    assertThat(item.other()).containsOnlyKeys("standard", "people");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"uri\":\"urn:p\",\"type\":\"picture\",\"descriptions\":[{\"value\":\"A quay\"}]}",
        "{\"uri\":\"urn:p\",\"headlines\":[{\"value\":\"Quay\"}],\"bodies\":[{\"value\":\" \"}],"
            + "\"descriptions\":[{\"value\":7},{\"value\":\"A quay\",\"charCount\":\"x\"}]}",
        "{\"uri\":\"urn:p\",\"type\":\"picture\",\"description_caption\":\"A quay\"}"
      })
  void aCaptionIsTheTextOfAnItemWithoutABody(String json) {
    assertThat(Collected.text(Format.NINJS, json).onlyItem().bodies())
        .extracting(NewsItem.Body::value)
        .containsExactly("A quay");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"uri\":\"urn:p\",\"bodies\":[{\"value\":\"Text\"}],\"descriptions\":[{\"value\":\"A quay\"}]}",
        "{\"uri\":\"urn:p\",\"body_text\":\"Text\",\"description_text\":\"A quay\"}"
      })
  void aBodyHasPrecedenceOverCaptions(String json) {
    NewsItem item = Collected.text(Format.NINJS, json).onlyItem();

    assertThat(item.bodies()).extracting(NewsItem.Body::value).containsExactly("Text");
    assertThat(item.other().toString()).contains("A quay");
  }

  @Test
  void findsItemsInAnAgencysEnvelope() {
    String envelope =
        """
        {"data": {"items": [
          {"meta": {}, "item": {"uri": "https://a.example/1?qt=x", "altids": {"etag": "e"}, "headline": "One"}},
          {"item": {"uri": "urn:two", "headline": "Two"}}]}}""";

    assertThat(Collected.text(Format.NINJS, envelope).items)
        .extracting(NewsItem::uri)
        .containsExactly("https://a.example/1", "urn:two");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{\"items\":[]}", "{\"data\":{\"items\":[]}}"})
  void acceptsAnAnswerWithoutItems(String json) {
    Collected read = Collected.text(Format.NINJS, json);

    assertThat(read.items).isEmpty();
    assertThat(read.refusals).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bad-date   | {"uri":"u","headline":"h","versioncreated":"today"}
          bad-date   | {"uri":"u","headlines":[{"value":"h"}],"versionCreated":"today"}
          wrong-type | {"uri":"u","headline":"h","pubstatus":"maybe"}
          wrong-type | {"uri":"u","headlines":"h"}
          wrong-type | {"uri":{"id":"u"},"headlines":[{"value":"h"}]}
          wrong-type | {"uri":"u","headlines":[{"value":"h"}],"pubStatus":{"status":"canceled"}}
          no-uri     | {"uri":null,"headlines":[{"value":"h"}]}
          no-text    | {"uri":"u","type":"text"}
          not-ninjs  | {"hello":"world"}
          truncated  | {"uri":
          truncated  | {"uri":"u","headline":"h","subject":[{"name":"n"},{"na
          not-json   | {"uri":"u" "headline"}
          """)
  void refusesInvalidItems(String code, String json) {
    assertThat(Collected.text(Format.NINJS, json).onlyRefusal().code()).isEqualTo(code);
  }

  @Test
  void acceptsAKillWithoutText() {
    String kill = "{\"uri\":\"u\",\"type\":\"text\",\"pubstatus\":\"canceled\"}";

    assertThat(Collected.text(Format.NINJS, kill).onlyItem().pubStatus())
        .isEqualTo(PubStatus.CANCELED);
  }

  @Test
  void refusesAnItemOfAnArrayWithoutIdentity() {
    String items = "[{\"uri\":\"urn:a\",\"headline\":\"A\"},{\"headline\":\"B\"},{\"count\":2}]";
    Collected read = Collected.text(Format.AUTO, "{\"_items\":" + items + "}");

    assertThat(read.items).extracting(NewsItem::uri).containsExactly("urn:a");
    assertThat(read.refusals).extracting(Refusal::code).containsExactly("no-uri");
  }
}
