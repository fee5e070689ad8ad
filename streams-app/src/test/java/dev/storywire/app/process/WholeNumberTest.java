package dev.storywire.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.app.Storywire;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeNumberTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo --speed=0",
        "demo --speed=-1",
        "demo --port=65536",
        "demo --broker-port=x",
        "run --broker-port=-1",
        "bench --seconds=0",
        "bench --rate=-1",
        "ingest --metrics-port=99999 feed.xml"
      })
  void refusesANumberOutOfRangeBeforeAnythingIsDone(String line) {
    StringWriter err = new StringWriter();
    int exit = Storywire.commandLine().setErr(new PrintWriter(err, true)).execute(line.split(" "));

    assertThat(exit).isEqualTo(Exit.USAGE);
    assertThat(err.toString()).contains("is not a whole number from");
  }
}
