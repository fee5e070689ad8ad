package dev.storywire.producer.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.producer.formats.item.ItemUri;
import dev.storywire.producer.formats.source.Source;
import dev.storywire.schemas.NewsItem;
import dev.storywire.schemas.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class JsonLinesReaderTest {
  private static final String HARBOUR =
      """
      {"id":"desk 7/42","url":"https://news.example/harbour","source":"Coast Wire","title":"Harbour reopens",\
      "body":"The harbour reopened on Monday.","publishedAt":"2026-03-02T09:15:00Z","language":"en","story":"x"}
      """;

  @Test
  void readsAFlatArticleAndKeepsItsIdReversible() {
    NewsItem item = Collected.text(Format.AUTO, HARBOUR).onlyItem();

    assertThat(ItemUri.idOf(item.uri())).isEqualTo("desk 7/42");
    assertThat(item.versionCreated()).isEqualTo(Instant.parse("2026-03-02T09:15:00Z"));
    assertThat(item.headlines())
        .extracting(NewsItem.Headline::value)
        .containsExactly("Harbour reopens");
    assertThat(item.bodies())
        .containsExactly(
            new NewsItem.Body(null, "text/plain", null, null, "The harbour reopened on Monday."));
    assertThat(item.infoSources())
        .extracting(NewsItem.InfoSource::name)
        .containsExactly("Coast Wire");
    assertThat(item.altIds())
        .containsExactly(new NewsItem.AltId("url", "https://news.example/harbour"));
    assertThat(item.other()).isEmpty();
  }

  @Test
  void readsGzipAndNinjsLines() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(HARBOUR.getBytes(StandardCharsets.UTF_8));
      gzip.write(
          "{\"uri\":\"urn:x:1\",\"headlines\":[{\"value\":\"Ferry late\"}]}\n"
              .getBytes(StandardCharsets.UTF_8));
    }

    Collected read =
        Collected.read(Format.AUTO, Source.fetched("wire.jsonl.gz", null, bytes.toByteArray()));

    assertThat(read.refusals).isEmpty();
    assertThat(read.items).extracting(NewsItem::uri).contains("urn:x:1").hasSize(2);
  }

  @Test
  void continuesAfterBadLines() {
    String bad =
        """
        {"id":"1","title":
        [1,2]
        {"title":"no id","body":"x"}
        {"id":"2","title":" ","body":""}
        {"id":"3","title":"a","publishedAt":"yesterday"}
        {"id":"4","title":["a"]}

        """;
    Collected read = Collected.text(Format.JSONL, bad + HARBOUR);

    assertThat(read.refusals)
        .extracting(Refusal::code)
        .containsExactly(
            "truncated", "not-an-object", "no-uri", "no-text", "bad-date", "wrong-type");
    assertThat(read.items).hasSize(1);
    assertThat(read.positions).last().isEqualTo("sample:8");
  }

  @Test
  void namesTheBrokenLineAndWhatIsWrong() {
    String lines =
        HARBOUR + "\n{\"id\":\"1\",\"title\":\"Qu\n[1,\n{\"id\":\"1\" \"title\":2}\nQuay\n";
    Collected read = Collected.text(Format.JSONL, lines);

    assertThat(read.refusals)
        .extracting(Refusal::reason)
        .containsExactly(
            "line 3 ends within an object; each line is one complete JSON object",
            "line 4 ends within an array; each line is one complete JSON object",
            "line 5 is not JSON: it does not parse at column 11",
            "line 6 is not JSON: it does not parse at column 1");
  }

  @Test
  void refusesAnOverlongLineAndReadsTheNext() {
    String huge = "{\"id\":\"1\",\"body\":\"" + "x".repeat(20 << 20) + "\"}\n";

    Collected read = Collected.text(Format.JSONL, huge + HARBOUR);

    assertThat(read.refusals).extracting(Refusal::code).containsExactly("too-large");
    assertThat(read.items).hasSize(1);
  }

  @Test
  void refusesTruncatedGzip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(HARBOUR.repeat(500).getBytes(StandardCharsets.UTF_8));
    }
    byte[] half = java.util.Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);

    Collected read = Collected.read(Format.JSONL, Source.fetched("half.gz", null, half));

    assertThat(read.refusals).extracting(Refusal::code).contains("bad-gzip");
    assertThat(read.items).hasSizeGreaterThan(100);
  }

  @Test
  void readsEveryValueOfALineAndReportsTheRest() {
    String one = "{\"id\":\"1\",\"title\":\"Quay\"}";
    String lines = one + one.replace('1', '2') + "\n" + one.replace('1', '3') + " }\n\u001e" + one;
    Collected read = Collected.text(Format.JSONL, lines);

    assertThat(read.refusals).isEmpty();
    assertThat(read.items).hasSize(4);
    assertThat(read.repairs)
        .extracting(repair -> repair.kind().code())
        .containsExactly("content-after-root");
  }

  @Test
  void readsAFileOfLinesWhoseFirstIsNotAnObject() {
    byte[] lines = ("null\n" + HARBOUR).getBytes(StandardCharsets.UTF_8);
    Collected read = Collected.read(Format.AUTO, Source.fetched("wire.ndjson", null, lines));

    assertThat(read.items).hasSize(1);
    assertThat(read.refusals).extracting(Refusal::code).containsExactly("not-an-object");
  }
}
