package dev.storywire.producer.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.producer.formats.source.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/**
 * Compares the text that is extracted from pages of different layouts with the text of the article,
 * which is in a comment at the end of each page. Prints the figures of docs/formats.md.
 */
class PageLayoutsTest {
  private static final Path PAGES =
      Path.of("src/test/resources/dev/storywire/producer/formats/pages");
  private static final String EXPECTED = "<!-- expected";
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Shares of the extracted words that are right, and of the right words that are extracted. */
  private record Score(double precision, double recall) {
    static Score of(Map<String, Integer> found, Map<String, Integer> expected) {
      double common =
          expected.entrySet().stream()
              .mapToInt(e -> Math.min(e.getValue(), found.getOrDefault(e.getKey(), 0)))
              .sum();
      return new Score(common / Math.max(1, total(found)), common / total(expected));
    }

    double f1() {
      return 2 * precision * recall / Math.max(1e-9, precision + recall);
    }
  }

  @Test
  void findsTheArticleInEachLayout() throws IOException {
    double sum = 0;
    List<Path> pages = pages();
    assertThat(pages).hasSizeGreaterThan(20);
    for (Path page : pages) {
      Score score = score(Files.readString(page));
      System.out.printf(
          "%-24s precision %.2f recall %.2f%n",
          page.getFileName(), score.precision(), score.recall());
      assertThat(score.f1()).as(page.toString()).isGreaterThan(0.9);
      sum += score.f1();
    }
    System.out.printf("mean F1 of %d pages %.3f%n", pages.size(), sum / pages.size());
    assertThat(sum / pages.size()).isGreaterThan(0.98);
  }

  private static Score score(String page) {
    int end = page.indexOf(EXPECTED);
    byte[] document = page.substring(0, end).getBytes(StandardCharsets.UTF_8);
    Source source = Source.fetched("https://paper.example/a", null, document);
    String body = Collected.read(Format.HTML, source).onlyItem().bodies().get(0).value();
    String expected = page.substring(end + EXPECTED.length()).replace("-->", "");
    return Score.of(words(Jsoup.parse(String.valueOf(body)).text()), words(expected));
  }

  private static Map<String, Integer> words(String text) {
    Map<String, Integer> words = new HashMap<>();
    BETWEEN_WORDS
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .forEach(word -> words.merge(word, 1, Integer::sum));
    return words;
  }

  private static int total(Map<String, Integer> words) {
    return words.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      return files.sorted().toList();
    }
  }
}
