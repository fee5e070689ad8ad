package dev.storywire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Checks that the imports of packages form no cycle. {@link LayersTest} reads byte code, which has
 * no trace of an import that only Javadoc uses.
 */
class ImportsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import (?:static )?(dev\\.storywire(?:\\.[a-z]\\w*)*)\\.[A-Z]");

  @Test
  void importsOfPackagesFormNoCycle() throws IOException {
    Map<String, Set<String>> imports = new TreeMap<>();
    for (Path file : sources()) {
      String text = Files.readString(file);
      Matcher name = PACKAGE.matcher(text);
      assertThat(name.find()).as(file.toString()).isTrue();
      IMPORT
          .matcher(text)
          .results()
          .map((MatchResult found) -> found.group(1))
          .filter(imported -> !imported.equals(name.group(1)))
          .forEach(
              imported ->
                  imports.computeIfAbsent(name.group(1), key -> new TreeSet<>()).add(imported));
    }
    assertThat(imports).hasSizeGreaterThan(40);
    assertThat(withCycles(imports)).isEmpty();
  }

  @Test
  void aCycleIsFound() {
    Map<String, Set<String>> imports =
        Map.of("a", Set.of("b"), "b", Set.of("c", "d"), "c", Set.of("b"), "d", Set.of());
    assertThat(withCycles(imports)).containsOnlyKeys("a", "b", "c");
  }

  /** Returns the packages that are in a cycle, and those that import them. */
  private static Map<String, Set<String>> withCycles(Map<String, Set<String>> imports) {
    Map<String, Set<String>> left = new TreeMap<>(imports);
    boolean removed = true;
    while (removed) {
      removed = left.values().removeIf(used -> used.stream().noneMatch(left::containsKey));
    }
    return left;
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().contains("/src/main/java/"))
          .filter(file -> file.toString().endsWith(".java"))
          .toList();
    }
  }
}
