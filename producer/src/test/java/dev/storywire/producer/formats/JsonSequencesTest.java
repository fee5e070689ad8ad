package dev.storywire.producer.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.producer.formats.source.DocumentRepair;
import dev.storywire.schemas.NewsItem;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests several JSON documents in one file, and JSON in the call of a function. */
class JsonSequencesTest {
  private static final String FIRST =
      "{\n\"uri\":\"urn:x:1\",\"headlines\":[{\"value\":\"Mill\"}]}";
  private static final String SECOND = FIRST.replace(":1", ":2");

  private static final String FEED =
      "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"urn:x:%d\",\"title\":\"Mill\"}]}";

  @ParameterizedTest
  @ValueSource(strings = {"%s%s", "%s\n%s\n", "[%s]\n[%s]", "{\"items\":[%s]} {\"data\":[%s]}"})
  void readsEachDocument(String sequence) {
    Collected collected = Collected.text(Format.AUTO, sequence.formatted(FIRST, SECOND));

    assertUris(collected, "urn:x:1", "urn:x:2");
    assertThat(collected.repairs).isEmpty();
  }

  @Test
  void readsEachFeed() {
    assertUris(
        Collected.text(Format.AUTO, FEED.formatted(1) + FEED.formatted(2)), "urn:x:1", "urn:x:2");
  }

  @Test
  void reportsADocumentWithoutItems() {
    Collected collected = Collected.text(Format.AUTO, FIRST + "{\"took\":3}" + SECOND);

    assertUris(collected, "urn:x:1", "urn:x:2");
    assertThat(collected.repairs)
        .extracting(DocumentRepair::kind)
        .containsExactly(DocumentRepair.Kind.CONTENT_AFTER_ROOT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "callback(%s);",
        "/**/jQuery19_7( %s )",
        "  wire.news.load([%s])\n;\n",
        "\uFEFFcb(%s)",
        "cb({\"items\":[%s]})"
      })
  void readsTheArgumentOfAFunction(String call) {
    Collected collected = Collected.text(Format.AUTO, call.formatted(FIRST));

    assertUris(collected, "urn:x:1");
    assertThat(collected.repairs)
        .extracting(DocumentRepair::kind)
        .containsExactly(DocumentRepair.Kind.JSONP);
    byte[] bytes = call.formatted(FIRST).getBytes(StandardCharsets.UTF_8);
    assertUris(Collected.strict(bytes), "urn:x:1");
  }

  @Test
  void readsAFeedInACall() {
    assertUris(Collected.text(Format.AUTO, "cb(" + FEED.formatted(3) + ");"), "urn:x:3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mill (1902) sold\n\nIt stood idle.", "Mill([1]) is sold.", "Mill({x})"})
  void textIsNotACall(String text) {
    assertThat(Collected.text(Format.AUTO, text).repairs).isEmpty();
  }

  private static void assertUris(Collected collected, String... uris) {
    assertThat(collected.refusals).isEmpty();
    assertThat(collected.items).extracting(NewsItem::uri).containsExactly(uris);
  }
}
