package dev.storywire.app.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.storywire.app.broker.KafkaOptions;
import dev.storywire.app.process.Counted;
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
        "%s: %s%s, %s%s%n",
        Counted.of(report.raw(), "raw record"),
        Counted.of(report.verdicts(), "verdict"),
        report.edits() == 0 ? "" : ", " + Counted.of(report.edits(), "edit"),
        Counted.of(report.deadLetters(), "dead letter"),
        report.held() == 0 ? "" : ", %,d under embargo".formatted(report.held()));
    out.printf(
        "%s in %s, %s%n",
        Counted.of(report.articles(), "article"),
        Counted.of(report.stories(), "story", "stories"),
        Counted.of(report.events(), "event"));
    report.faults().stream().limit(MAX_FAULTS_SHOWN).forEach(fault -> out.println("  " + fault));
    out.println(
        report.faults().isEmpty() ? "no faults" : Counted.of(report.faults().size(), "fault"));
    out.println("digest " + report.digest());
  }
}
