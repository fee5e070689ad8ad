package dev.storywire.app.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storywire.schemas.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class IngestCommandTest {
  private static final String LINES = "{\"id\":\"a\"}\nnot json\n".repeat(30);

  @TempDir Path directory;
  private final StringWriter err = new StringWriter();

  @Test
  void namesAllRefusalsByCode() throws Exception {
    assertThat(run("--print")).isEqualTo(1);

    assertThat(err.toString())
        .contains("refused (no-text): 30", "refused (not-json): 30", "wire.jsonl:60: ")
        .contains("0 items printed, 60 refused (no-text 30, not-json 30)");
  }

  @Test
  void printsAllRefusalsAsJson() throws Exception {
    assertThat(run("--print", "--json")).isEqualTo(1);

    String last = err.toString().lines().reduce((before, line) -> line).orElseThrow();
    JsonNode result = Json.mapper().readTree(last);
    assertThat(result.at("/refused/not-json").asInt()).isEqualTo(30);
    assertThat(result.at("/refusals/not-json")).hasSize(30);
    assertThat(result.at("/refusals/not-json/29/where").asText()).endsWith("wire.jsonl:60");
    assertThat(result.at("/refusals/no-text/0/reason").asText()).contains("neither headline");
  }

  private int run(String... options) throws Exception {
    Path file = Files.writeString(directory.resolve("wire.jsonl"), LINES);
    CommandLine command = new CommandLine(new IngestCommand()).setErr(new PrintWriter(err, true));
    String[] arguments = new String[options.length + 1];
    System.arraycopy(options, 0, arguments, 0, options.length);
    arguments[options.length] = file.toString();
    return command.execute(arguments);
  }
}
