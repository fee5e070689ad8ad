package dev.storywire.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.app.settings.SettingsRows;
import dev.storywire.topology.stores.StateStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/**
 * Checks that the settings that documents name and the documents that help texts name exist, and
 * that the tables of stores are complete.
 */
class DocumentedNamesTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern KEY = Pattern.compile("^\\| `([a-z.]+)`", Pattern.MULTILINE);
  private static final Pattern DOTTED_NAME = Pattern.compile("`([a-z]+(?:\\.[a-z]+)+)`");
  private static final Pattern STORE_ROW = Pattern.compile("^\\| ((?:`[a-z-]+`(?:, )?)+) \\|");
  private static final Pattern DOCUMENT = Pattern.compile("\\b((?:docs/)?[\\w/-]+\\.md)\\b");
  private static final Pattern NAME = Pattern.compile("`([a-z-]+)`");

  static Stream<Path> documents() throws IOException {
    return DocsTest.documents();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void settingsThatAreNamedExist(Path document) throws IOException {
    Set<String> keys = Set.copyOf(groups(KEY, String.join("\n", SettingsRows.declared())));
    Set<String> firstWords =
        keys.stream().map(DocumentedNamesTest::firstWord).collect(Collectors.toSet());
    assertThat(keys).hasSizeGreaterThan(15);
    assertThat(groups(DOTTED_NAME, Files.readString(ROOT.resolve(document))))
        .filteredOn(name -> firstWords.contains(firstWord(name)))
        .isSubsetOf(keys);
  }

  @ParameterizedTest
  @ValueSource(strings = {"architecture.md", "bounded.md"})
  void allStoresAreInTheTable(String document) throws IOException {
    String text = Files.readString(ROOT.resolve("docs").resolve(document));
    String table = text.substring(text.indexOf("\n| store |"));
    Set<String> stores =
        table
            .lines()
            .skip(1)
            .takeWhile(line -> line.startsWith("|"))
            .flatMap(row -> groups(STORE_ROW, row).stream())
            .flatMap(names -> groups(NAME, names).stream())
            .collect(Collectors.toSet());
    assertThat(stores).isEqualTo(StateStores.names());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void documentsThatAHelpTextNamesExist(CommandLine command) {
    assertThat(groups(DOCUMENT, command.getUsageMessage()))
        .allSatisfy(document -> assertThat(ROOT.resolve(document)).isRegularFile());
  }

  static Stream<CommandLine> commands() {
    CommandLine all = Storywire.commandLine();
    return Stream.concat(Stream.of(all), all.getSubcommands().values().stream());
  }

  @Test
  void theHelpOfSettingsNamesTheirPage() {
    CommandLine run = Objects.requireNonNull(Storywire.commandLine().getSubcommands().get("run"));
    assertThat(groups(DOCUMENT, run.getUsageMessage())).contains("docs/settings.md");
  }

  @Test
  void aSettingThatDoesNotExistIsFound() {
    assertThat(groups(DOTTED_NAME, "unless `http.bind` is set")).containsExactly("http.bind");
  }

  private static String firstWord(String name) {
    return name.split("\\.", 2)[0];
  }

  private static List<String> groups(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1)).toList();
  }
}
