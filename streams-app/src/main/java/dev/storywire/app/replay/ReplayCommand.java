package dev.storywire.app.replay;

import dev.storywire.app.broker.EmbeddedBroker;
import dev.storywire.app.ingest.FormatConverter;
import dev.storywire.app.process.OperatorError;
import dev.storywire.app.process.Shutdown;
import dev.storywire.app.settings.Settings;
import dev.storywire.app.settings.SettingsOptions;
import dev.storywire.producer.IngestOptions;
import dev.storywire.producer.formats.Format;
import dev.storywire.replay.ReplayName;
import dev.storywire.replay.ReplaySpeed;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command {@code storywire replay}: runs history through the service again, under another
 * prefix.
 */
@Command(
    name = "replay",
    description =
        "Run history through the service under the prefix replay-NAME., beside the live service."
            + " Print a digest of the results, and compare them with another run. After an"
            + " interruption, the same command resumes.",
    footer =
        "%nExits with 1 if the contract is violated, with 3 if the results differ from --compare.")
public final class ReplayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private SettingsOptions options;
  @Mixin private ComparisonOptions show;

  @Option(names = "--as", required = true, paramLabel = "NAME", description = "Name of the replay.")
  private String as;

  @Option(
      names = "--from",
      paramLabel = "T",
      converter = EventTimeConverter.class,
      description = "First event time, such as 1987-03-01 or 1987-03-01T12:00:00Z.")
  private @Nullable Instant from;

  @Option(
      names = "--to",
      paramLabel = "T",
      converter = EventTimeConverter.class,
      description = "End of the event times (exclusive).")
  private @Nullable Instant to;

  @Option(
      names = "--speed",
      paramLabel = "N|max",
      defaultValue = "max",
      description = "Speed: seconds of event time per second, or max (default: ${DEFAULT-VALUE}).")
  private String speed;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "auto",
      converter = FormatConverter.class,
      description = "Format of the files, as for ingest (default: auto).")
  private Format format;

  @Option(
      names = "--compare",
      paramLabel = "RUN",
      description = "Compare with this run: the name of a replay, or a topic prefix with its dot.")
  private @Nullable String compare;

  @Option(
      names = "--embedded",
      description = "Run a broker in this process, with its data in the data directory.")
  private boolean embedded;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH|URL",
      description = "Read the history from files, as ingest does (default: from the raw topic).")
  private List<String> files = List.of();

  @Override
  public Integer call() throws InterruptedException, IOException {
    ReplayName name = new ReplayName(as);
    ReplaySpeed pace = ReplaySpeed.of(speed, Clock.systemUTC());
    if (embedded && options.namesBrokers()) {
      throw new OperatorError("--embedded starts a broker: omit --bootstrap-servers");
    }
    Settings given = options.read(Map.of());
    try (Shutdown shutdown = new Shutdown();
        EmbeddedBroker broker =
            embedded ? EmbeddedBroker.start(given.dataDir().resolve("broker"), 0) : null) {
      Map<String, String> fixed = new TreeMap<>();
      if (broker != null) {
        fixed.put(Settings.BOOTSTRAP_SERVERS, broker.bootstrapServers());
      }
      ReplayPlan plan =
          new ReplayPlan(
              name,
              options.read(fixed),
              ReplayPlan.settings(options, name, given.dataDir(), fixed),
              new IngestOptions(files, format),
              from,
              to,
              pace);
      try (ReplayRun run = new ReplayRun(plan, spec.commandLine().getErr())) {
        shutdown.onSignal(run::stop);
        ReplayReport outcome = run.run(compare);
        return outcome.print(show, json, spec.commandLine().getOut());
      }
    }
  }
}
