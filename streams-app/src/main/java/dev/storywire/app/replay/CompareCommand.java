package dev.storywire.app.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.storywire.app.broker.KafkaOptions;
import dev.storywire.replay.ReplayName;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code storywire compare}: compares the results of two runs. */
@Command(
    name = "compare",
    description =
        "Compare the stories of two runs: which were merged, which were split, which articles"
            + " moved, which copies and outcomes changed.",
    footer = "%nExits with 3 if they differ.")
public final class CompareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private KafkaOptions kafka;
  @Mixin private ComparisonOptions show;

  @Parameters(
      index = "0",
      paramLabel = "BEFORE",
      description = "Name of a replay, or a topic prefix with its dot, such as storywire.")
  private String before;

  @Parameters(index = "1", paramLabel = "AFTER", description = "The same for the second run.")
  private String after;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Override
  public Integer call() throws JsonProcessingException {
    Map<String, String> client = kafka.clientSettings();
    try (Admin admin = kafka.admin()) {
      RunComparison comparison =
          RunComparison.of(admin, client, ReplayName.prefixOf(before), ReplayName.prefixOf(after));
      show.print(comparison, json, spec.commandLine().getOut());
      return comparison.exit();
    }
  }
}
