package dev.storywire.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.app.process.Exit;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the messages about invalid command lines. */
class CommandLineTest {
  private final StringWriter err = new StringWriter();

  @Test
  void namesWhatIsInvalidAndHowToGetHelp() {
    assertThat(run("edit", "merge", "s1", "s2", "--lane=en")).isEqualTo(Exit.USAGE);

    assertThat(err.toString().lines())
        .containsExactly(
            "storywire: Missing required option: '--reason=<reason>'",
            "See 'storywire edit merge --help'.");
  }

  @ParameterizedTest
  @CsvSource({
    "dem, Did you mean 'storywire demo'?",
    "stroy, Did you mean 'storywire story'?",
    "tial, Did you mean 'storywire tail'?",
    "inject, Did you mean 'storywire ingest'?",
    "xyz, See 'storywire --help'.",
    "edit merg, Did you mean 'storywire edit merge'?",
  })
  void suggestsACommandForAMisspeltOne(String written, String suggestion) {
    List<String> words = List.of(written.split(" "));
    assertThat(run(words.toArray(String[]::new))).isEqualTo(Exit.USAGE);

    int last = words.size() - 1;
    assertThat(err.toString().lines())
        .containsExactly(
            "storywire: Unmatched argument at index %d: '%s'".formatted(last, words.get(last)),
            suggestion);
  }

  @Test
  void listsTheSubcommandsIfNoneIsGiven() {
    assertThat(run()).isEqualTo(Exit.USAGE);
    assertThat(err.toString()).contains("storywire: a command is required", "  demo ");

    err.getBuffer().setLength(0);
    assertThat(run("edit")).isEqualTo(Exit.USAGE);
    assertThat(err.toString()).contains("an edit is required", "  undo ");
  }

  private int run(String... arguments) {
    return Storywire.commandLine().setErr(new PrintWriter(err, true)).execute(arguments);
  }
}
