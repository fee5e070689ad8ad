package dev.storywire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Bounds the size of main source files and of all packages, so that each can be read in one
 * sitting, and keeps the names of main source files unique.
 */
class SizesTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final int MAX_LINES = 250;
  private static final int MAX_MEDIAN_LINES = 70;
  private static final int MAX_FILES_PER_PACKAGE = 25;

  @Test
  void noFileIsTooLong() throws IOException {
    Map<Path, Long> tooLong = new TreeMap<>(lines());
    tooLong.values().removeIf(lines -> lines <= MAX_LINES);
    assertThat(tooLong).isEmpty();
  }

  @Test
  void theMedianFileIsShort() throws IOException {
    List<Long> sorted = lines().values().stream().sorted().toList();
    assertThat(sorted.get(sorted.size() / 2)).isLessThanOrEqualTo(MAX_MEDIAN_LINES);
  }

  @Test
  void noPackageHasTooManyFiles() throws IOException {
    Map<Path, Long> tooLarge =
        files("/src/")
            .collect(Collectors.groupingBy(Path::getParent, TreeMap::new, Collectors.counting()));
    assertThat(tooLarge).hasSizeGreaterThan(10);
    tooLarge.values().removeIf(files -> files <= MAX_FILES_PER_PACKAGE);
    assertThat(tooLarge).isEmpty();
  }

  @Test
  void noTwoFilesHaveTheSameName() throws IOException {
    Map<String, Long> names =
        lines().keySet().stream()
            .map(file -> file.getFileName().toString())
            .filter(name -> !name.equals("package-info.java"))
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    names.values().removeIf(files -> files == 1);
    assertThat(names).isEmpty();
  }

  /** Returns the main source files of all modules and their lines. */
  private static Map<Path, Long> lines() throws IOException {
    return files("/src/main/java/")
        .collect(Collectors.toMap(Function.identity(), file -> count(ROOT.resolve(file))));
  }

  /** Returns the source files whose path contains {@code part}. */
  private static Stream<Path> files(String part) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(ROOT::relativize)
          .filter(file -> file.toString().contains(part))
          .toList()
          .stream();
    }
  }

  private static long count(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
