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

    JsonNode result = Json.mapper().readTree(err.toString()); // nothing else is printed
    assertThat(result.at("/refused/not-json").asInt()).isEqualTo(30);
    assertThat(result.at("/refusals/not-json")).hasSize(30);
    assertThat(result.at("/refusals/not-json/29/where").asText()).endsWith("wire.jsonl:60");
    assertThat(result.at("/refusals/no-text/0/reason").asText()).contains("neither headline");
  }

  @Test
  void printsAllRepairsAsJson() throws Exception {
    String feed =
        "<rss version='2.0'><channel><item><title>Sund & Holm</title></item></channel></rss>";

    assertThat(execute("feed.xml", feed, "--print", "--json")).isZero();

    JsonNode result = Json.mapper().readTree(err.toString());
    assertThat(result.at("/repaired/unescaped-markup").asInt()).isEqualTo(1);
    assertThat(result.at("/repairs/unescaped-markup/0/where").asText()).endsWith("feed.xml");
    assertThat(result.at("/repairs/estimated-time/0/reason").asText()).contains("no readable date");
  }

  @Test
  void acceptsAnEmptyFeedAndRefusesADamagedOneIfStrict() throws Exception {
    String empty = "<rss version='2.0'><channel><title>Sund</title></channel></rss>";
    String damaged = empty.replace("</title>", " & Holm</title>");

    assertThat(execute("empty.xml", empty, "--print", "--strict")).isZero();
    assertThat(execute("damaged.xml", damaged, "--print")).isZero();
    assertThat(execute("damaged.xml", damaged, "--print", "--strict")).isEqualTo(1);
    assertThat(err.toString()).contains("refused (unescaped-markup): 1");
  }

  private int run(String... options) throws Exception {
    return execute("wire.jsonl", LINES, options);
  }

  private int execute(String name, String content, String... options) throws Exception {
    Path file = Files.writeString(directory.resolve(name), content);
    CommandLine command = new CommandLine(new IngestCommand()).setErr(new PrintWriter(err, true));
    String[] arguments = new String[options.length + 1];
    System.arraycopy(options, 0, arguments, 0, options.length);
    arguments[options.length] = file.toString();
    return command.execute(arguments);
  }
}
