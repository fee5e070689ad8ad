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
import dev.storywire.story.prepare.TooCostlyException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reads mutated documents of all formats and prepares their items. */
class ReadersFuzzTest {
  private static final Path SAMPLES =
      Path.of("../producer/src/test/resources/dev/storywire/producer/formats");

  private static final List<Format> FORMATS = List.of(Format.values());

  private final Preparation preparation = new Preparation(LaneRule.parse("language"));
  private int formats;

  @Test
  void everyDocumentIsReadOrRefused() {
    List<byte[]> samples = new ArrayList<>(FuzzRun.files(SAMPLES, ""));
    String more = System.getProperty("fuzz.samples");
    if (more != null) {
      samples.addAll(FuzzRun.files(Path.of(more), ""));
    }
    assertThat(samples).hasSizeGreaterThan(10);
    new FuzzRun("readers", samples).run(4_000, this::read);
  }

  /** Reads a document in the detected format, and each fourth one in any format. */
  private String read(byte[] input) {
    Format format = formats++ % 4 > 0 ? Format.AUTO : FORMATS.get(formats / 4 % FORMATS.size());
    Sink sink = new Sink();
    format.read(Source.fetched("https://wire.example/item", null, input), sink);
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
      } catch (TooCostlyException e) {
        assertThat(e.reason()).isNotBlank();
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
