package dev.storywire.producer.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.producer.formats.item.ItemUri;
import dev.storywire.producer.formats.source.Source;
import dev.storywire.schemas.NewsItem;
import dev.storywire.schemas.Refusal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFeedReaderTest {
  private static final String VERSION = "{\"version\":\"https://jsonfeed.org/version/1\",";

  @Test
  void readsItemsWithWhatTheyInheritFromTheFeed() {
    Collected collected = Collected.sample("json-feed-1.1.json");

    NewsItem strike = collected.items.get(0);
    assertThat(strike.uri()).isEqualTo("https://courier.example/2026/03/ferry-strike");
    assertThat(strike.firstCreated()).isEqualTo(Instant.parse("2026-03-02T08:30:00Z"));
    assertThat(strike.versionCreated()).isEqualTo(Instant.parse("2026-03-02T09:00:00Z"));
    assertThat(strike.headlines().get(0).value()).isEqualTo("Ferry crews end their strike");
    assertThat(strike.by()).isEqualTo("Ann Pier, Tove Lind");
    assertThat(strike.language()).isEqualTo("en-GB");
    assertThat(strike.infoSources().get(0).name()).isEqualTo("Harbour Courier");
    assertThat(strike.bodies()).extracting(NewsItem.Body::contentType).containsExactly("text/html");
    assertThat(strike.other()).containsOnlyKeys("descriptions");
    assertThat(strike.subjects()).extracting(NewsItem.Subject::name).contains("shipping");
    assertThat(strike.associations())
        .extracting(NewsItem.Association::href)
        .containsExactly(
            "https://courier.example/img/ferry.jpg", "https://courier.example/a/ferry.mp3");
    assertThat(strike.altIds())
        .contains(
            new NewsItem.AltId("guid", "courier-4711"),
            new NewsItem.AltId("url", "https://courier.example/2026/03/ferry-strike"));

    NewsItem quarry = collected.items.get(1);
    assertThat(ItemUri.idOf(quarry.uri())).isEqualTo("json-feed-1.1.json#12");
    assertThat(quarry.by()).isEqualTo("Courier staff");
    assertThat(quarry.language()).isEqualTo("no");
    assertThat(quarry.bodies()).extracting(NewsItem.Body::contentType).containsOnly("text/plain");

    assertThat(collected.items).hasSize(2);
    assertThat(collected.refusals).extracting(Refusal::code).containsExactly("no-text");
  }

  @Test
  void detectsAFeedInOneLineWithEscapedSlashes() {
    Collected collected =
        Collected.text(
            Format.AUTO,
            """
            {"version": "https:\\/\\/jsonfeed.org\\/version\\/1.1", "items": [{"id": "urn:a", "title": "Ferry delayed"}]}
            """);
    assertThat(collected.onlyItem().uri()).isEqualTo("urn:a");
  }

  @Test
  void usesTheIdIfItemsShareALink() {
    Collected collected =
        Collected.text(
            Format.AUTO,
            VERSION
                + "\"author\":{\"name\":\"Ann Pier\"},\"items\":["
                + "{\"id\":\"urn:a\",\"url\":\"https://a.example/\",\"title\":\"Ferry delayed\"},"
                + "{\"id\":\"urn:b\",\"url\":\"https://a.example/\",\"title\":\"Quarry sold\"}]}");
    assertThat(collected.items).extracting(NewsItem::uri).containsExactly("urn:a", "urn:b");
    assertThat(collected.items).extracting(NewsItem::by).containsOnly("Ann Pier");
  }

  @Test
  void refusesAFeedWithoutItems() {
    assertThat(Collected.text(Format.AUTO, VERSION + "\"items\":7}").onlyRefusal().code())
        .isEqualTo("bad-feed");
    assertThat(Collected.text(Format.AUTO, VERSION + "\"items\":[]}").items).isEmpty();
  }

  @Test
  void readsTheCompleteItemsOfATruncatedDocument() {
    String item =
        "{\"id\":\"urn:a:%d\",\"uri\":\"urn:a:%d\",\"tags\":[],\"headline\":\"Quay\",\"title\":\"Quay\"}";
    String items = item.formatted(1, 1) + "," + item.formatted(2, 2);

    for (String start : new String[] {VERSION + "\"items\":[", "[", "{\"data\":{\"items\":["}) {
      for (int cut = 1; cut < 20; cut += 6) {
        String text = start + items.substring(0, items.length() - cut);
        Collected read = Collected.text(Format.AUTO, text);

        assertThat(read.onlyItem().uri()).isEqualTo("urn:a:1");
        assertThat(read.repairs).extracting(r -> r.kind().code()).containsExactly("truncated");
      }
      Refusal nothing = Collected.text(Format.AUTO, start + item.substring(0, 20)).onlyRefusal();
      assertThat(nothing.code()).isEqualTo("truncated");
    }
  }

  @Test
  void readsADocumentThatEndsBehindItsItems() {
    String item = "{\"id\":\"urn:a\",\"url\":\"https://x.example/1\",\"title\":\"Quay\"}";
    String feed = VERSION + "\"authors\":[{\"name\":\"Ann\"}],\"items\":[" + item;

    for (String end :
        new String[] {"]", "],\"expired\":fal", ",{\"id\":\"urn:b\",\"tags\":[\"x\""}) {
      Collected read = Collected.text(Format.AUTO, feed + end);
      assertThat(read.onlyItem().by()).isEqualTo("Ann");
      assertThat(read.repairs).extracting(r -> r.kind().code()).containsExactly("truncated");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"authors\":[{\"name\":\"Ann\"},{\"na",
        "\"authors\":[{\"name\":\"Ann\"}],\"items\":[{\"id\":\"urn:a\",\"tags\":[{},\"x\"",
        "\"items\":[",
        "\"it"
      })
  void refusesATruncatedDocumentWithoutACompleteItem(String fields) {
    Collected read = Collected.text(Format.AUTO, VERSION + fields);

    assertThat(read.onlyRefusal().code()).isEqualTo("truncated");
    assertThat(read.repairs).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"urn:a\",\"content_text\":\"It\nis open.\"}]}",
        "{\"id\":\"urn:a\",\"content_text\":\"It\\'s open.\"}]}",
        "{\"id\":\"urn:a\",\"content_text\":\"It is open.\",},]}"
      })
  void repairsWhatOtherReadersAccept(String item) {
    byte[] feed = (VERSION + "\"items\":[" + item).getBytes(StandardCharsets.UTF_8);
    Collected read = Collected.read(Format.AUTO, Source.fetched("sample", null, feed));

    assertThat(read.onlyItem().uri()).isEqualTo("urn:a");
    assertThat(read.repairs).extracting(r -> r.kind().code()).containsExactly("bad-json");
    assertThat(Collected.strict(feed).onlyRefusal().code()).isEqualTo("bad-json");
  }

  @Test
  void reportsContentAfterTheDocument() {
    String item = "{\"id\":\"urn:a\",\"title\":\"Quay\"}";
    Collected read = Collected.text(Format.AUTO, VERSION + "\"items\":[" + item + "]} and more [{");

    assertThat(read.onlyItem().uri()).isEqualTo("urn:a");
    assertThat(read.repairs).extracting(r -> r.kind().code()).containsExactly("content-after-root");
  }

  @Test
  void readsAnAuthorThatIsTextAndATitleWithMarkup() {
    String item = "{\"id\":\"urn:a\",\"title\":\"Tull &amp; <b>Sons</b>\",\"author\":\"Bo Ridge\"}";
    NewsItem read = Collected.text(Format.AUTO, VERSION + "\"items\":[" + item + "]}").onlyItem();

    assertThat(read.by()).isEqualTo("Bo Ridge");
    assertThat(read.headlines().get(0).value()).isEqualTo("Tull & Sons");
  }

  @ParameterizedTest
  @CsvSource({
    "ISO-8859-1,wrong-charset",
    "UTF-16,",
    "UTF-16LE,",
    "UTF-8,",
  })
  void readsOtherCharsets(Charset charset, @Nullable String repair) {
    String feed = VERSION + "\"items\":[{\"id\":\"urn:a\",\"title\":\"Café\"}]}";
    byte[] bytes = feed.getBytes(charset);
    Collected read = Collected.read(Format.AUTO, Source.fetched("sample", null, bytes));

    assertThat(read.onlyItem().headlines().get(0).value()).isEqualTo("Café");
    assertThat(read.repairs)
        .extracting(r -> r.kind().code())
        .isEqualTo(repair == null ? List.of() : List.of(repair));
  }
}
