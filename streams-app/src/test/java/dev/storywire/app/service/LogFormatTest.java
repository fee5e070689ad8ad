package dev.storywire.app.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storywire.schemas.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Tests the formats of the log, in a separate process, as the environment selects them. */
class LogFormatTest {
  @Test
  void logsTextByDefault() throws Exception {
    assertThat(logged(Map.of()))
        .matches("[0-9:.]+ ERROR Test \\[main] Deciding an item \\(urn:a\\) failed");
  }

  @Test
  void logsJsonWithTheUriByChoice() throws Exception {
    JsonNode line = Json.mapper().readTree(logged(Map.of("STORYWIRE_LOG_FORMAT", "json")));

    assertThat(line.at("/formattedMessage").asText()).isEqualTo("Deciding an item (urn:a) failed");
    assertThat(line.at("/level").asText()).isEqualTo("ERROR");
    assertThat(line.at("/kvpList/0/uri").asText()).isEqualTo("urn:a");
  }

  private static String logged(Map<String, String> environment) throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessBuilder process =
        new ProcessBuilder(
            java.toString(), "-cp", System.getProperty("java.class.path"), OneLine.class.getName());
    process.environment().putAll(environment);
    Process started = process.start();
    String logged = new String(started.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(started.waitFor()).isZero();
    return logged.strip();
  }

  /** Logs one line. */
  static final class OneLine {
    private OneLine() {}

    public static void main(String[] args) {
      LoggerFactory.getLogger("dev.storywire.Test")
          .atError()
          .addKeyValue("uri", "urn:a")
          .log("Deciding an item ({}) failed", "urn:a");
    }
  }
}
