package dev.storywire.app.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.storywire.app.broker.KafkaOptions;
import dev.storywire.app.process.Exit;
import dev.storywire.schemas.Json;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code storywire audit}: whether the topics hold what is promised of them. */
@Command(
    name = "audit",
    description =
        "Check the topics: one outcome for each raw record, events without gap or double, "
            + "snapshots that are the fold of their events. Prints a digest of the outcome.",
    footer = "%nExits with 1 if anything is not as promised. Run it while nothing is being read.")
public final class AuditCommand implements Callable<Integer> {
  private static final int SHOWN = 20;

  @Spec private CommandSpec spec;
  @Mixin private KafkaOptions kafka;

  @Option(names = "--json", description = "Print what was found as JSON.")
  private boolean json;

  @Override
  public Integer call() throws JsonProcessingException {
    Audit.Report report = Audit.of(kafka.clientSettings(), kafka.prefix());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.mapper().writeValueAsString(report));
    } else {
      print(report, out);
    }
    out.flush();
    return report.faults().isEmpty() ? Exit.OK : Exit.FAILED;
  }

  /** Prints a report for people: what was found, each fault, the digest. */
  public static void print(Audit.Report report, PrintWriter out) {
    out.printf(
        "%,d raw records: %,d verdicts, %,d dead letters%n",
        report.raw(), report.verdicts(), report.deadLetters());
    out.printf(
        "%,d articles in %,d stories, %,d events%n",
        report.articles(), report.stories(), report.events());
    report.faults().stream().limit(SHOWN).forEach(fault -> out.println("  " + fault));
    out.println(
        report.faults().isEmpty() ? "all is as promised" : report.faults().size() + " faults");
    out.println("digest " + report.digest());
  }
}
