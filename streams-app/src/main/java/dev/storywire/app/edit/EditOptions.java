package dev.storywire.app.edit;

import dev.storywire.app.broker.KafkaOptions;
import dev.storywire.app.process.Counted;
import dev.storywire.app.process.Exit;
import dev.storywire.app.process.OperatorError;
import dev.storywire.app.process.WholeNumber;
import dev.storywire.producer.send.DeliveryException;
import dev.storywire.producer.send.EditWriter;
import dev.storywire.schemas.Edit;
import dev.storywire.schemas.EditReader;
import dev.storywire.schemas.Topic;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of all edits. Sends an edit to the raw topic, and waits for its outcome. */
public final class EditOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Mixin private KafkaOptions kafka;

  @Option(names = "--lane", required = true, description = "The lane of the stories, such as en.")
  String lane;

  @Option(names = "--reason", required = true, description = "The reason. Events repeat it.")
  String reason;

  @Option(
      names = "--by",
      defaultValue = "${sys:user.name}",
      description = "The editor (default: ${DEFAULT-VALUE}). Events repeat it.")
  String by;

  @Option(names = "--id", description = "Id of the edit (default: a new one).")
  private @Nullable String id;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      converter = WholeNumber.Count.class,
      defaultValue = "10",
      description =
          "Time to wait for the decision of the service (default: ${DEFAULT-VALUE}; 0: do not"
              + " wait).")
  private int wait;

  @Option(names = "--print", description = "Print the edit as JSON instead of sending it.")
  private boolean print;

  /** Returns the id of the edit. */
  String id() {
    if (id == null) {
      id = "edit-" + UUID.randomUUID();
    }
    return id;
  }

  /** Sends an edit, or prints it, and returns the exit code. */
  int send(Edit edit) throws InterruptedException {
    byte[] value = EditWriter.encode(edit);
    if (EditReader.read(value) instanceof EditReader.Refused refused) {
      throw new ParameterException(spec.commandLine(), refused.refusal().reason());
    }
    PrintWriter out = spec.commandLine().getOut();
    if (print) {
      out.println(new String(value, StandardCharsets.UTF_8));
      return Exit.OK;
    }
    kafka.admin().close(); // fails early, with a sentence, if no broker answers
    try (EditOutcome outcome =
            wait == 0 ? null : EditOutcome.open(kafka.clientSettings(), kafka.prefix());
        EditWriter writer = EditWriter.connect(kafka.prefix(), kafka.clientSettings())) {
      writer.send(edit, Instant.now());
      out.println(edit.id());
      out.flush();
      if (outcome != null) {
        report(outcome.await(edit.id(), Duration.ofSeconds(wait)));
      }
      return Exit.OK;
    } catch (DeliveryException | IOException e) {
      throw new OperatorError(String.valueOf(e.getMessage()), e);
    }
  }

  private void report(EditOutcome.Decision decision) {
    if (decision.isMissing()) {
      PrintWriter err = spec.commandLine().getErr();
      err.printf(
          "storywire: the edit is stored, but not decided after %s: is the service running?"
              + " If it is refused, %s has the reason.%n",
          Counted.of(wait, "second"), Topic.DEAD_LETTERS.name(kafka.prefix()));
      err.flush();
    } else if (decision.refusal() != null) {
      throw new OperatorError("the edit was refused: " + decision.refusal());
    }
  }
}
