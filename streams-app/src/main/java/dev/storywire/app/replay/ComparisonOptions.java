package dev.storywire.app.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.storywire.app.process.WholeNumber;
import dev.storywire.replay.compare.DifferenceText;
import dev.storywire.schemas.Json;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** Options for printing a comparison. */
final class ComparisonOptions {
  @Option(
      names = "--most",
      converter = WholeNumber.Count.class,
      paramLabel = "N",
      defaultValue = "20",
      description =
          "Differences of each kind to print (default: ${DEFAULT-VALUE}); JSON has" + " all.")
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
