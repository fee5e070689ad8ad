package dev.storywire.app.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.storywire.app.broker.KafkaOptions;
import dev.storywire.app.broker.TopicSetup;
import dev.storywire.app.client.ServiceOptions;
import dev.storywire.app.process.Exit;
import dev.storywire.app.process.OperatorError;
import dev.storywire.schemas.Json;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code storywire doctor}: checks the machine, the brokers and the service. */
@Command(
    name = "doctor",
    description = "Check the machine, the brokers, the topics and the running service.",
    footer = "%nExits with 1 if a check fails; warnings do not count.")
public final class DoctorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private KafkaOptions kafka;
  @Mixin private ServiceOptions service;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:STORYWIRE_DATA_DIR:-data}",
      description = "The data directory (default: ${DEFAULT-VALUE}).")
  private Path data;

  @Option(
      names = "--application-id",
      paramLabel = "ID",
      description = "The service's consumer group (default: the prefix without its dot).")
  private @Nullable String applicationId;

  @Option(
      names = "--live",
      description = "Check only that the service is alive; for container health checks.")
  private boolean live;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws JsonProcessingException {
    List<Finding> findings = live ? List.of(ServiceCheck.live(service.client())) : all();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(findings));
    } else {
      findings.forEach(finding -> out.println(finding.line()));
    }
    Finding.Level worst = live ? Finding.Level.WARN : Finding.Level.FAIL;
    boolean well = findings.stream().allMatch(finding -> finding.level().compareTo(worst) < 0);
    return well ? Exit.OK : Exit.FAILED;
  }

  private List<Finding> all() {
    List<Finding> findings = new ArrayList<>(MachineCheck.run(data));
    try (Admin admin = kafka.admin()) {
      findings.addAll(PermissionCheck.run(admin, group(), kafka.prefix()));
      findings.addAll(new BrokerCheck(admin).run(TopicSetup.of(kafka.prefix())));
      findings.addAll(GroupCheck.run(admin, group(), kafka.prefix()));
    } catch (OperatorError e) {
      findings.add(Finding.fail("broker", String.valueOf(e.getMessage()), ""));
    }
    findings.add(ServiceCheck.ready(service.client()));
    return findings;
  }

  private String group() {
    return applicationId != null ? applicationId : kafka.prefix().replaceAll("[.]$", "");
  }
}
