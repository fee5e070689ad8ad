package dev.storywire.producer.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.producer.formats.source.Source;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.NewsItem;
import dev.storywire.schemas.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reads sample files of real agencies and feeds in {@code $STORYWIRE_DATA/formats}. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RealSamplesIT {
  @Test
  void readsOrRefusesEveryFile() throws IOException {
    Path folder = samples();
    Map<String, int[]> byKind = new TreeMap<>();
    StringBuilder details = new StringBuilder();
    for (Path file : files(folder)) {
      Collected read = Collected.read(Format.AUTO, Source.file(file, folder));
      if (!folder
          .relativize(file)
          .getName(0)
          .toString()
          .startsWith("feed-")) { // some of its feeds are empty
        assertThat(read.items.size() + read.refusals.size()).as(file.toString()).isPositive();
      }
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

  /**
   * Compares each field that the files of a feed parser state in a comment with the field of the
   * item that {@link StatedFields} maps it to. The table in docs/formats.md judges the differences.
   */
  @Test
  void readsTheFieldsThatTheFilesState() throws IOException {
    Map<String, int[]> byPath = new TreeMap<>(); // same, different, not a field of an item
    List<String> differences = new ArrayList<>();
    for (Path file : files(samples().resolve("feed-feedparser"))) {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      for (StatedFields.Field field : StatedFields.of(text)) {
        Boolean same = field.isReadIn(StatedFields.withItem(text));
        int[] counts = byPath.computeIfAbsent(field.path(), path -> new int[3]);
        counts[same == null ? 2 : same ? 0 : 1]++;
        if (Boolean.FALSE.equals(same)) {
          differences.add(field.path());
          System.out.println("different: " + file.getFileName() + " " + field);
        }
      }
    }
    byPath.forEach(
        (path, counts) ->
            System.out.printf(
                "%-40s same %2d  different %2d  not a field %2d%n",
                path, counts[0], counts[1], counts[2]));
    assertThat(byPath.values().stream().mapToInt(counts -> counts[0]).sum()).isGreaterThan(60);
    // docs/formats.md judges them
    assertThat(differences)
        .containsExactlyInAnyOrder(
            "entries.content.value",
            "entries.description",
            "entries.tags.scheme",
            "feed.author",
            "feed.author");
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static Path samples() {
    String data = System.getenv("STORYWIRE_DATA");
    String reason = "set STORYWIRE_DATA to a directory that has sample files in formats/";
    boolean found = data != null && Files.isDirectory(Path.of(data, "formats"));
    if (!found) {
      System.out.println("SKIPPED " + RealSamplesIT.class.getName() + ": " + reason);
    }
    Assumptions.assumeTrue(found, reason);
    return Path.of(String.valueOf(data), "formats");
  }
}
