package dev.storywire.app.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.storywire.replay.DifferenceText;
import dev.storywire.schemas.Json;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** How much of a comparison is shown. */
final class ComparisonOptions {
  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "20",
      description =
          "Differences of each kind that are told to a person (default: ${DEFAULT-VALUE}); JSON has"
              + " all.")
  private int most;

  void print(RunComparison comparison, boolean json, PrintWriter out)
      throws JsonProcessingException {
    if (json) {
      out.println(Json.mapper().writeValueAsString(comparison));
    } else {
      comparison.head().forEach(out::println);
      new DifferenceText(out, most).print(comparison.found());
    }
    out.flush();
  }
}
