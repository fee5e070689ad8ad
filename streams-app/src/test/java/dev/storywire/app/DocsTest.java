package dev.storywire.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.Wording;
import dev.storywire.app.settings.SettingsRows;
import dev.storywire.schemas.NewsItemReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/**
 * Checks statements in the documents that go stale easily: links, commands, options, test names.
 * Checks their wording.
 */
class DocsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final CommandLine STORYWIRE = Storywire.commandLine();

  private static final Pattern LINK =
      Pattern.compile("\\]\\(([^)\\s]+)\\)|(?m:^\\[[^\\]]+\\]: (\\S+))");
  private static final Pattern REFERENCE = Pattern.compile("\\[(`\\w+`)\\](?![:(])");
  private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w*[a-z]\\w*)`");
  private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);
  private static final Pattern COMMAND =
      Pattern.compile("(?:\\./|^ {4}|`)storywire ([a-z][^`#\\n]*)");
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])(--[a-z][a-z-]*)");
  private static final Pattern TEST = Pattern.compile("\\b([A-Z]\\w+(?:Test|IT))\\b");
  private static final Pattern CODE_OR_TABLE =
      Pattern.compile("(?ms)^```.*?^```$|^(?: {4}|\\|)[^\\n]*$|^\\[[^\\n]+\\]: [^\\n]*$");
  private static final int MAX_COLUMNS = 100;
  private static final Set<String> OF_THE_LAUNCHER = Set.of("build", "is-built");

  static Stream<Path> documents() throws IOException {
    try (Stream<Path> top = Files.list(ROOT);
        Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(top, docs)
          .filter(file -> file.toString().endsWith(".md"))
          .map(ROOT::relativize)
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void linksLeadToFilesAndHeadings(Path document) throws IOException {
    List<String> broken = new ArrayList<>();
    Matcher links = LINK.matcher(read(document));
    while (links.find()) {
      String link = links.group(1) != null ? links.group(1) : links.group(2);
      if (!link.matches("(https?|mailto):.*") && !resolves(document, link)) {
        broken.add(link);
      }
    }
    assertThat(broken).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void commandsAndTheirOptionsExist(Path document) throws IOException {
    List<String> unknown = new ArrayList<>();
    String joined = read(document).replace("\\\n", " "); // a command over several lines
    Matcher commands = Pattern.compile(COMMAND.pattern(), Pattern.MULTILINE).matcher(joined);
    while (commands.find()) {
      // several commands may be on one line, separated by wide space
      check(commands.group(1).split(" {3,}", 2)[0].strip(), unknown);
    }
    assertThat(unknown).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void testsThatAreNamedExist(Path document) throws IOException {
    Set<String> named = new TreeSet<>();
    Matcher names = TEST.matcher(read(document));
    while (names.find()) {
      named.add(names.group(1));
    }
    named.removeAll(testClasses());
    assertThat(named).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void textIsWrappedAndPlain(Path document) throws IOException {
    String text = CODE_OR_TABLE.matcher(read(document)).replaceAll("");
    assertThat(text.lines().filter(line -> line.length() > MAX_COLUMNS)).isEmpty();
    assertThat(Wording.faults(text)).isEmpty();
  }

  @Test
  void theArchitectureNamesClassesThatExistAndLinksEachOnce() throws IOException {
    String text = read(Path.of("docs/architecture.md"));
    Set<String> classes = sourceFiles("src/main/java");
    classes.addAll(testClasses());
    classes.addAll(Set.of("KafkaException", "Error"));
    assertThat(matches(CLASS, text)).hasSizeGreaterThan(30).isSubsetOf(classes);

    List<String> references = matches(REFERENCE, text);
    assertThat(references).hasSizeGreaterThan(30).doesNotHaveDuplicates();
    for (String reference : references) {
      assertThat(text).contains("\n[" + reference + "]: ");
    }
  }

  @Test
  void settingsInTheReadmeAreAsDeclared() throws IOException {
    String tuning = read(Path.of("README.md")).split("\n## Tuning\n", 2)[1].split("\n## ", 2)[0];
    List<String> rows = tuning.lines().filter(line -> line.startsWith("| `")).toList();
    assertThat(rows).as("rows of the settings table").hasSizeGreaterThanOrEqualTo(5);
    assertThat(SettingsRows.declared()).containsAll(rows);
  }

  @Test
  void theContractStatesTheHighestVersion() throws IOException {
    assertThat(read(Path.of("docs/contract.md")))
        .contains(Integer.toString(NewsItemReader.MAX_VERSION));
  }

  private static void check(String command, List<String> unknown) {
    CommandLine line = STORYWIRE;
    for (String word : command.split("\\s+")) {
      CommandLine next = line.getSubcommands().get(word);
      if (next == null) {
        break;
      }
      line = next;
    }
    String first = command.split("\\s+")[0];
    if (line.getParent() == null) {
      if (!OF_THE_LAUNCHER.contains(first)) {
        unknown.add(command);
      }
      return;
    }
    Matcher options = OPTION.matcher(command);
    while (options.find()) {
      if (line.getCommandSpec().findOption(options.group(1)) == null) {
        unknown.add(command + ": no " + options.group(1));
      }
    }
  }

  private static boolean resolves(Path document, String link) throws IOException {
    String[] parts = link.split("#", 2);
    Path target =
        parts[0].isEmpty()
            ? ROOT.resolve(document)
            : ROOT.resolve(document).resolveSibling(parts[0]).normalize();
    if (!Files.exists(target)) {
      return false;
    }
    return parts.length == 1 || anchors(Files.readString(target)).contains(parts[1]);
  }

  /** Returns the anchors that GitHub gives to headings. */
  private static Set<String> anchors(String text) {
    Set<String> anchors = new TreeSet<>();
    Matcher headings = HEADING.matcher(text);
    while (headings.find()) {
      String heading = headings.group(1).toLowerCase(Locale.ROOT);
      anchors.add(heading.replaceAll("[^\\w\\s-]", "").strip().replace(' ', '-'));
    }
    return anchors;
  }

  private static List<String> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1)).toList();
  }

  private static Set<String> testClasses() throws IOException {
    return sourceFiles("src/test/java");
  }

  /** Returns the names of the source files of all modules, without the extension. */
  private static Set<String> sourceFiles(String directory) throws IOException {
    Set<String> classes = new TreeSet<>();
    for (String module : List.of("schemas", "producer", "streams-app")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve(directory))) {
        classes.addAll(
            files
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".java"))
                .map(name -> name.replace(".java", ""))
                .collect(Collectors.toSet()));
      }
    }
    return classes;
  }

  private static String read(Path document) throws IOException {
    return Files.readString(ROOT.resolve(document));
  }
}
