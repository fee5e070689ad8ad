package dev.storywire.app.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.Edit;
import dev.storywire.schemas.EditReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class EditCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    String[] common = {"--lane", "en", "--by", "Ada", "--reason", "No", "--id", "e1", "--print"};
    String[] all = Stream.concat(Stream.of(args), Stream.of(common)).toArray(String[]::new);
    return new CommandLine(new EditCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all);
  }

  private Edit printed() {
    byte[] value = out.toString().getBytes(StandardCharsets.UTF_8);
    return ((EditReader.Read) EditReader.read(value)).edit();
  }

  @Test
  void printsEachEdit() {
    assertThat(run("move", "urn:a", "urn:b", "--to", "s1")).isZero();
    assertThat(printed())
        .isEqualTo(new Edit.Move("e1", "en", "Ada", "No", List.of("urn:a", "urn:b"), "s1"));
  }

  @Test
  void movesToANewStoryWithoutATarget() {
    assertThat(run("move", "urn:a")).isZero();
    assertThat(printed()).isEqualTo(new Edit.Move("e1", "en", "Ada", "No", List.of("urn:a"), null));
  }

  @Test
  void splits() {
    assertThat(run("split", "s1", "urn:a", "urn:b")).isZero();
    assertThat(printed())
        .isEqualTo(new Edit.Split("e1", "en", "Ada", "No", "s1", List.of("urn:a", "urn:b")));
  }

  @Test
  void merges() {
    assertThat(run("merge", "s1", "s2")).isZero();
    assertThat(printed()).isEqualTo(new Edit.Merge("e1", "en", "Ada", "No", "s1", "s2"));
  }

  @Test
  void pins() {
    assertThat(run("pin", "s1", "urn:a")).isZero();
    assertThat(printed()).isEqualTo(new Edit.Pin("e1", "en", "Ada", "No", "s1", "urn:a"));
  }

  @Test
  void undoes() {
    assertThat(run("undo", "e0")).isZero();
    assertThat(printed()).isEqualTo(new Edit.Undo("e1", "en", "Ada", "No", "e0"));
  }

  @Test
  void refusesAnInvalidEdit() {
    assertThat(run("move", "urn:a", "urn:a")).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(err.toString()).contains("names an article twice");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void needsAnEdit() {
    int code = new CommandLine(new EditCommand()).setErr(new PrintWriter(err, true)).execute();
    assertThat(code).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(err.toString()).contains("an edit is required");
  }
}
