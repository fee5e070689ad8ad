package dev.storywire.producer.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.producer.formats.source.Source;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.NewsItem;
import dev.storywire.schemas.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Reads files of real agencies and feeds, which lie outside the repository: in {@code
 * $STORYWIRE_DATA/formats}, or {@code ../shared/data/formats} beside it.
 */
class RealSamplesTest {
  @Test
  void everyFileIsReadOrRefusedInASentence() throws IOException {
    Path folder = Data.directory("formats");
    Map<String, int[]> byKind = new TreeMap<>();
    StringBuilder details = new StringBuilder();
    for (Path file : files(folder)) {
      Collected read = Collected.read(Format.AUTO, Source.file(file, folder));
      assertThat(read.items.size() + read.refusals.size()).as(file.toString()).isPositive();
      int[] counts =
          byKind.computeIfAbsent(folder.relativize(file).getName(0).toString(), k -> new int[3]);
      counts[0]++;
      counts[1] += read.items.size();
      counts[2] += read.refusals.size();
      for (NewsItem item : read.items) {
        details
            .append(folder.relativize(file))
            .append('\t')
            .append(Json.mapper().writeValueAsString(item))
            .append('\n');
      }
      for (Refusal refusal : read.refusals) {
        assertThat(refusal.reason())
            .as(file.toString())
            .doesNotContain("Exception")
            .hasSizeGreaterThan(15);
        details.append(folder.relativize(file)).append("\tREFUSED ").append(refusal).append('\n');
      }
    }
    byKind.forEach(
        (kind, counts) ->
            System.out.printf(
                "%-16s files %3d  items %3d  refusals %3d%n",
                kind, counts[0], counts[1], counts[2]));
    Files.writeString(Path.of("target", "real-samples.txt"), details);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static final class Data {
    static Path directory(String name) {
      Optional<Path> found =
          Stream.of(System.getenv("STORYWIRE_DATA"), "../../shared/data", "../../../shared/data")
              .filter(root -> root != null)
              .map(root -> Path.of(root, name))
              .filter(Files::isDirectory)
              .findFirst();
      String reason = "no sample files: set STORYWIRE_DATA to a directory that holds " + name;
      if (found.isEmpty()) {
        System.out.println("skipped: " + reason);
      }
      Assumptions.assumeTrue(found.isPresent(), reason);
      return found.orElseThrow();
    }
  }
}
