package dev.storywire.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.app.Storywire;
import dev.storywire.app.process.Exit;
import dev.storywire.app.settings.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class DemoCommandTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"demo", "run --embedded"})
  void startsNothingIfThePortOfThePageIsInUse(String command) throws IOException {
    StringWriter err = new StringWriter();
    Path data = directory.resolve("data");
    try (ServerSocket used = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String line = "%s --port=%d --data=%s".formatted(command, used.getLocalPort(), data);
      int exit =
          Storywire.commandLine().setErr(new PrintWriter(err, true)).execute(line.split(" "));

      assertThat(exit).isEqualTo(Exit.FAILED);
      assertThat(err.toString())
          .startsWith("storywire: cannot listen on 127.0.0.1:" + used.getLocalPort());
    }
    assertThat(data).doesNotExist();
  }

  @Test
  void readsTheTokensFromTheEnvironment() {
    DemoCommand demo = new DemoCommand();
    new CommandLine(demo).parseArgs("--port=0");

    Settings settings =
        demo.settings(Map.of("STORYWIRE_HTTP_TOKEN", "of-the-feeds"), "localhost:9092");

    assertThat(settings.http().tokens().items()).contains("of-the-feeds");
    assertThat(settings.text(Settings.BOOTSTRAP_SERVERS)).isEqualTo("localhost:9092");
  }
}
