package dev.storywire.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.producer.formats.Format;
import dev.storywire.producer.formats.source.ItemSink;
import dev.storywire.producer.formats.source.Source;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.NewsItem;
import dev.storywire.schemas.NewsItemReader;
import dev.storywire.schemas.Refusal;
import dev.storywire.story.prepare.LaneRule;
import dev.storywire.story.prepare.Preparation;
import dev.storywire.story.prepare.RefusedItemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads mutated documents of all formats and prepares their items. */
class ReadersFuzzTest {
  private static final Path SAMPLES =
      Path.of("../producer/src/test/resources/dev/storywire/producer/formats");

  private final Preparation preparation = new Preparation(LaneRule.parse("language"));
  private int inputs;

  /** Reads mutated samples of a format; {@code fuzz.samples} is a directory of more samples. */
  @ParameterizedTest
  @CsvSource({
    "JSONL, articles.",
    "NINJS, ninjs-",
    "JSON_FEED, json",
    "NEWSML_G2, newsml-g2",
    "NEWSML_1, newsml-1",
    "NITF, nitf-",
    "RSS, rss-",
    "RSS, atom-",
    "HTML, page",
    "ANPA, anpa-",
    "ANPA, iptc-",
    "TEXT, text"
  })
  void everyDocumentIsReadOrRefused(Format format, String nameStart) {
    List<byte[]> samples = samples(nameStart);
    assertThat(samples).isNotEmpty();
    FuzzRun.of(nameStart.replaceAll("\\W", ""), samples, samples(""))
        .run(350, input -> read(input, format));
  }

  private static List<byte[]> samples(String nameStart) {
    List<byte[]> samples = new ArrayList<>(FuzzRun.files(SAMPLES, nameStart));
    if (nameStart.isEmpty() || nameStart.equals("page")) {
      samples.addAll(FuzzRun.files(SAMPLES.resolve("pages"), ""));
    }
    String more = System.getProperty("fuzz.samples");
    if (more != null) {
      samples.addAll(FuzzRun.files(Path.of(more), nameStart));
    }
    return samples;
  }

  /** Reads a document in the detected format, and each fourth one in that of its sample. */
  private String read(byte[] input, Format format) {
    Sink sink = new Sink();
    Format readAs = inputs++ % 4 > 0 ? Format.AUTO : format;
    readAs.read(Source.fetched("https://wire.example/item", null, input), sink);
    return sink.result();
  }

  private final class Sink implements ItemSink {
    private int items;
    private String refusal = "";

    /** Returns what the document led to. A feed may be empty. */
    String result() {
      return items > 0 ? "items" : refusal.isEmpty() ? "empty" : refusal;
    }

    @Override
    public void item(NewsItem item, String where) {
      items++;
      try {
        byte[] raw = Json.mapper().writeValueAsBytes(item);
        if (NewsItemReader.read(raw) instanceof NewsItemReader.Read read) {
          var unused = preparation.prepare(read.item(), read.version(), 0);
        }
      } catch (RefusedItemException e) {
        assertThat(e.refusal().reason()).isNotBlank();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void refused(Refusal reason, String where) {
      refusal = reason.code();
      assertThat(reason.reason()).isNotBlank().doesNotContain("Exception");
    }
  }
}
