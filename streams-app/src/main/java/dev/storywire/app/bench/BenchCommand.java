package dev.storywire.app.bench;

import dev.storywire.app.broker.EmbeddedBroker;
import dev.storywire.app.process.Exit;
import dev.storywire.app.process.Version;
import dev.storywire.app.process.WholeNumber;
import dev.storywire.app.settings.Settings;
import dev.storywire.app.settings.SettingsOptions;
import dev.storywire.schemas.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code storywire bench}: measures throughput and latency of the whole service. */
@Command(
    name = "bench",
    description =
        "Measure the whole service, with a broker in the same process, against a topology that only"
            + " copies its records: throughput, latency, and the share of each stage.",
    footer = "%nThe figures of two machines, or of a busy one, are not comparable; the shares are.")
public final class BenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private SettingsOptions options;

  @Option(
      names = "--workload",
      paramLabel = "CHARSxN",
      split = ",",
      defaultValue = "700x20000,3000x6000",
      description =
          "Generated articles: length in characters, and number (default: ${DEFAULT-VALUE}).")
  private List<String> workloads = List.of();

  @Option(
      names = "--rate",
      converter = WholeNumber.Count.class,
      paramLabel = "N",
      defaultValue = "100",
      description = "Articles a second while latency is measured; 0 for none (${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--seconds",
      converter = WholeNumber.Positive.class,
      paramLabel = "N",
      defaultValue = "20",
      description = "Seconds for which latency is measured (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Seed of the generated articles (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--in-memory",
      description =
          "Measure only the processor time of each step of a generated article, in one thread"
              + " without a broker.")
  private boolean inMemory;

  @Option(
      names = "--growth",
      description =
          "Measure only the processor time of a decision with 1,000, 10,000 and more remembered"
              + " articles, in one thread without a broker.")
  private boolean growth;

  @Option(
      names = "--restart",
      description = "Also measure a second start of the service, with its stores and without them.")
  private boolean restart;

  @Option(names = "--jfr", paramLabel = "FILE", description = "Write a Flight Recorder profile.")
  private @Nullable Path jfr;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the figures as JSON.")
  private @Nullable Path json;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Measure these files, as ingest reads them, instead of generated articles.")
  private List<String> files = List.of();

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    if ((growth || inMemory) && !files.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "--in-memory and --growth measure generated articles only; omit " + files.get(0));
    }
    if (growth) {
      workloads.forEach(workload -> InMemoryRun.printGrowth(Workload.parse(workload), seed, out));
      return Exit.OK;
    }
    if (inMemory) {
      workloads.forEach(workload -> InMemoryRun.print(Workload.parse(workload), seed, out));
      return Exit.OK;
    }
    Path directory = Files.createTempDirectory("storywire-bench-");
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), 0);
        FlightRecording profile = FlightRecording.start(jfr)) {
      BenchReport report = run(broker, directory);
      report.print(out);
      if (json != null) {
        Files.write(json, Json.mapper().writeValueAsBytes(report));
      }
      profile.write();
    } finally {
      Directories.delete(directory);
    }
    return Exit.OK;
  }

  private WorkloadResult run(Workload workload, Settings settings)
      throws IOException, InterruptedException {
    WorkloadResult result = new WorkloadRun(settings, seed).run(workload, rate, seconds);
    return restart
        ? WorkloadResultBuilder.builder(result).restart(new RestartRun(settings).run()).build()
        : result;
  }

  private BenchReport run(EmbeddedBroker broker, Path directory)
      throws IOException, InterruptedException {
    List<Workload> chosen =
        files.isEmpty()
            ? workloads.stream().map(Workload::parse).toList()
            : files.stream().map(Workload::ofFile).toList();
    List<WorkloadResult> results = new ArrayList<>();
    for (Workload workload : chosen) {
      Map<String, String> fixed = new TreeMap<>();
      fixed.put(Settings.BOOTSTRAP_SERVERS, broker.bootstrapServers());
      String name = "bench-" + results.size();
      fixed.put(Settings.DATA_DIR, directory.resolve(name).toString());
      fixed.put(Settings.PREFIX, name + ".");
      fixed.put(Settings.HTTP_PORT, "0");
      results.add(run(workload, options.read(fixed)));
    }
    String release = String.join(", ", new Version().getVersion());
    return new BenchReport(release, Runtime.getRuntime().availableProcessors(), results);
  }
}
