package dev.storywire.producer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.producer.formats.Format;
import dev.storywire.producer.send.JsonLinesWriter;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.NewsItem;
import dev.storywire.schemas.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<String> refusedAt = new ArrayList<>();
  private long bytesRead;
  private long bytesTotal;

  @BeforeEach
  void dropFiles() throws IOException {
    Files.writeString(folder.resolve("b.txt"), "Ferry late\n\nThe ferry was late on Monday.\n");
    Files.writeString(
        folder.resolve("a.jsonl"), "{\"id\":\"1\",\"title\":\"Harbour reopens\"}\nnot json\n");
    Files.writeString(folder.resolve("c.txt.tmp"), "Half an arti");
    Files.writeString(folder.resolve(".hidden"), "x");
    Files.createDirectory(folder.resolve("sub"));
    Files.write(folder.resolve("sub/photo.jpg"), new byte[] {(byte) 0xff, (byte) 0xd8, 0, 0, 1});
  }

  @Test
  void readsADirectoryInOrderAndCountsRefusals() throws IOException {
    IngestReport report = run(folder.toString());

    assertThat(report.sent()).isEqualTo(2);
    assertThat(report.refused()).containsOnlyKeys("not-json", "binary");
    assertThat(report.complete()).isFalse();
    assertThat(printed())
        .extracting(item -> item.headlines().get(0).value())
        .containsExactly("Harbour reopens", "Ferry late");
    assertThat(refusedAt.get(0)).endsWith("a.jsonl:2");
    assertThat(bytesRead).isGreaterThanOrEqualTo(bytesTotal);
  }

  @Test
  void refusesAMissingInput() {
    IngestReport report = run("nowhere.xml");

    assertThat(report.refused()).containsOnlyKeys("not-found");
    assertThat(refusedAt).containsExactly("nowhere.xml");
  }

  @Test
  void isCompleteIfNothingWasRefused() {
    assertThat(run(folder.resolve("b.txt").toString()).complete()).isTrue();
  }

  private IngestReport run(String input) {
    IngestProgress progress =
        new IngestProgress() {
          @Override
          public void started(int sources, long bytes) {
            bytesTotal = bytes;
          }

          @Override
          public void read(long bytes) {
            bytesRead += bytes;
          }

          @Override
          public void refused(Refusal refusal, String where) {
            refusedAt.add(where);
          }
        };
    try (JsonLinesWriter writer = new JsonLinesWriter(out)) {
      return new Ingest(
              new IngestOptions(List.of(input), Format.AUTO), writer, progress, Clock.systemUTC())
          .run();
    }
  }

  private List<NewsItem> printed() throws IOException {
    List<NewsItem> items = new ArrayList<>();
    for (String line : out.toString(UTF_8).lines().toList()) {
      items.add(Json.mapper().readValue(line, NewsItem.class));
    }
    return items;
  }
}
