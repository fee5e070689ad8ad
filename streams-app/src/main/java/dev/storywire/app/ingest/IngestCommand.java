package dev.storywire.app.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storywire.app.broker.KafkaOptions;
import dev.storywire.app.broker.TopicSetup;
import dev.storywire.app.process.Counted;
import dev.storywire.app.process.Exit;
import dev.storywire.app.process.OperatorError;
import dev.storywire.app.process.Shutdown;
import dev.storywire.app.process.WholeNumber;
import dev.storywire.producer.Ingest;
import dev.storywire.producer.IngestOptions;
import dev.storywire.producer.IngestReport;
import dev.storywire.producer.follow.FollowOptions;
import dev.storywire.producer.follow.FollowTargets;
import dev.storywire.producer.formats.Format;
import dev.storywire.producer.formats.source.RefusedException;
import dev.storywire.producer.send.DeliveryException;
import dev.storywire.producer.send.ItemWriter;
import dev.storywire.producer.send.JsonLinesWriter;
import dev.storywire.producer.send.RawTopicWriter;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.Topic;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command {@code storywire ingest}: reads files, directories and URLs into the raw topic, or
 * prints their items.
 */
@Command(
    name = "ingest",
    description = "Read news from files, directories and URLs into the raw topic.",
    footer = "%nExits with 1 if anything was refused; the other items are delivered.")
public final class IngestCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private KafkaOptions kafka;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "auto",
      converter = FormatConverter.class,
      description = "Format of all inputs: jsonl, ninjs, rss, html, ... (default: auto).")
  private Format format;

  @Option(
      names = "--print",
      description = "Print the items as ninjs lines instead of sending them.")
  private boolean print;

  @Option(names = "--strict", description = "Refuse damaged documents instead of repairing them.")
  private boolean strict;

  @Option(
      names = "--follow",
      description =
          "Keep polling feeds, lists of feeds (OPML or YAML) and drop directories, until stopped.")
  private boolean follow;

  @Option(
      names = "--state",
      paramLabel = "DIR",
      defaultValue = "data/follow",
      description = "State directory of --follow (default: ${DEFAULT-VALUE}).")
  private Path state;

  @Option(
      names = "--metrics-port",
      converter = WholeNumber.Port.class,
      paramLabel = "PORT",
      defaultValue = "9408",
      description =
          "Port of the Prometheus metrics of --follow, on loopback; 0 for any free port"
              + " (default: ${DEFAULT-VALUE}).")
  private int metricsPort;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Parameters(arity = "1..*", paramLabel = "PATH|URL", description = "Inputs, in this order.")
  private List<String> inputs;

  @Override
  public Integer call() throws JsonProcessingException {
    try (ItemWriter writer = writer()) {
      return follow ? follow(writer) : once(writer);
    } catch (DeliveryException e) {
      throw new OperatorError(String.valueOf(e.getMessage()), e);
    }
  }

  private int once(ItemWriter writer) throws JsonProcessingException {
    IngestReport report;
    PrintWriter err = spec.commandLine().getErr();
    IngestScreen screen = json ? IngestScreen.silent(err) : new IngestScreen(err);
    try (screen) {
      report =
          new Ingest(new IngestOptions(inputs, format, strict), writer, screen, Clock.systemUTC())
              .run();
    }
    if (json) {
      ObjectNode result = Json.mapper().valueToTree(report);
      result.set("refusals", Json.mapper().valueToTree(screen.refusals()));
      result.set("repairs", Json.mapper().valueToTree(screen.repairs()));
      // standard output has the items
      (print ? err : spec.commandLine().getOut()).println(Json.mapper().writeValueAsString(result));
    } else {
      err.println(summary(report));
    }
    return report.complete() ? Exit.OK : Exit.FAILED;
  }

  private int follow(ItemWriter writer) {
    FollowTargets targets;
    try {
      targets = FollowTargets.of(inputs);
    } catch (IOException | RefusedException e) {
      throw new OperatorError(String.valueOf(e.getMessage()), e);
    }
    PrintWriter err = spec.commandLine().getErr();
    try (Shutdown shutdown = new Shutdown();
        FollowSession session =
            FollowSession.start(FollowOptions.of(targets, state), writer, metricsPort)) {
      err.printf(
          "following %s and %s; metrics at http://localhost:%d/metrics%n",
          Counted.of(targets.feeds().size(), "feed"),
          Counted.of(targets.directories().size(), "directory", "directories"),
          session.metricsPort());
      shutdown.onSignal(session::close);
      session.await();
      session.report(json ? spec.commandLine().getOut() : err, json);
    }
    return Exit.OK;
  }

  private ItemWriter writer() {
    if (print) {
      return new JsonLinesWriter(System.out);
    }
    String raw = Topic.RAW.name(kafka.prefix());
    try (Admin admin = kafka.admin()) {
      if (!TopicSetup.of(kafka.prefix()).inspect(admin, Topic.RAW).exists()) {
        throw new OperatorError(
            "there is no topic "
                + raw
                + ": start the service, or create it (storywire topics --create)");
      }
    }
    return RawTopicWriter.connect(kafka.bootstrapServers(), kafka.prefix(), kafka.clientSettings());
  }

  private String summary(IngestReport report) {
    String done =
        "%s %s"
            .formatted(
                Counted.of(report.sent(), "item"),
                print ? "printed" : "in " + Topic.RAW.name(kafka.prefix()));
    if (report.complete()) {
      return done + ", none refused";
    }
    return report.refused().entrySet().stream()
        .map(reason -> reason.getKey() + " " + reason.getValue())
        .collect(
            Collectors.joining(
                ", ", "%s, %,d refused (".formatted(done, report.refusedCount()), ")"));
  }
}
