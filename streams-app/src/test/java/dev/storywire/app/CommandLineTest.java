package dev.storywire.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.app.process.Exit;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

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

  @Test
  void suggestsACommandForAMisspeltOne() {
    assertThat(run("dem")).isEqualTo(Exit.USAGE);

    assertThat(err.toString())
        .startsWith("storywire: Unmatched argument at index 0: 'dem'")
        .contains("Did you mean: storywire demo")
        .doesNotContain("Exit codes");
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
