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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reads sample files of real agencies and feeds in {@code $STORYWIRE_DATA/formats}. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RealSamplesIT {
  /** An expectation such as {@code entries[0]['title'] == 'Some words'}. */
  private static final Pattern EXPECTED =
      Pattern.compile(
          "entries\\[0]\\['(title|title_detail|description|summary|content)'](?:\\[0])?"
              + "(?:\\['value'])? == '([^\\n]*)'\\s*\\n");

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
   * Compares the words of titles and texts with those that the files of a feed parser state in a
   * comment.
   */
  @Test
  void readsTheWordsThatTheFilesExpect() throws IOException {
    int compared = 0;
    List<String> differences = new ArrayList<>();
    for (Path file : files(samples().resolve("feed-feedparser"))) {
      Matcher expected = EXPECTED.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
      if (expected.find()) {
        compared++;
        List<NewsItem> items = Collected.read(Format.AUTO, Source.file(file)).items;
        String read = items.isEmpty() ? "" : words(items.get(0), expected.group(1));
        if (!read.equals(Jsoup.parse(expected.group(2)).text())) {
          differences.add(String.valueOf(file.getFileName()));
        }
      }
    }
    System.out.printf("%d titles and texts compared, different: %s%n", compared, differences);
    assertThat(compared).isGreaterThan(40);
    // a script that is text in the feed, and an empty iframe, which the service removes
    assertThat(differences).hasSizeLessThanOrEqualTo(2);
  }

  private static String words(NewsItem item, String field) {
    return field.startsWith("title")
        ? String.valueOf(item.headlines().get(0).value())
        : Jsoup.parse(String.valueOf(item.bodies().get(0).value())).text();
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
