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

/** The command {@code storywire audit}: checks the topics against the contract. */
@Command(
    name = "audit",
    description =
        "Check the topics against the contract: one result for each raw record, events without "
            + "gaps or duplicates, snapshots that match their events. Prints a digest.",
    footer = "%nExits with 1 if a check fails. Run it while the service has no input to process.")
public final class AuditCommand implements Callable<Integer> {
  private static final int MAX_FAULTS_SHOWN = 20;

  @Spec private CommandSpec spec;
  @Mixin private KafkaOptions kafka;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Override
  public Integer call() throws JsonProcessingException {
    kafka.admin().close(); // fails early, with a sentence, if no broker answers
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

  /** Prints a report as text: the counts, the faults and the digest. */
  public static void print(Audit.Report report, PrintWriter out) {
    out.printf(
        "%,d raw records: %,d verdicts%s, %,d dead letters%s%n",
        report.raw(),
        report.verdicts(),
        countIfAny(report.edits(), "edits"),
        report.deadLetters(),
        countIfAny(report.held(), "under embargo"));
    out.printf(
        "%,d articles in %,d stories, %,d events%n",
        report.articles(), report.stories(), report.events());
    report.faults().stream().limit(MAX_FAULTS_SHOWN).forEach(fault -> out.println("  " + fault));
    out.println(report.faults().isEmpty() ? "no faults" : report.faults().size() + " faults");
    out.println("digest " + report.digest());
  }

  private static String countIfAny(long number, String what) {
    return number == 0 ? "" : ", %,d %s".formatted(number, what);
  }
}
