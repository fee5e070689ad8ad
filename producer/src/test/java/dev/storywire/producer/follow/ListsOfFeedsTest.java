package dev.storywire.producer.follow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.producer.formats.Collected;
import dev.storywire.producer.formats.Format;
import dev.storywire.producer.formats.source.Source;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks that a list of feeds is not read as news. */
class ListsOfFeedsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "feeds.opml | <?xml version='1.0'?><opml version='2.0'><body/></opml>",
        "feeds.yaml | - https://harbourwire.example/feed.xml",
        "FEEDS.YML  | - url: https://harbourwire.example/feed.xml",
      })
  void areRefusedWithAHint(String name, String text) {
    Collected read = Collected.read(Format.AUTO, Source.fetched(name, null, text.getBytes(UTF_8)));

    assertThat(read.items).isEmpty();
    assertThat(read.refusals)
        .singleElement()
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("unknown-format"))
        .satisfies(refusal -> assertThat(refusal.reason()).contains("ingest --follow"));
  }
}
