package dev.storywire.app.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.storywire.app.process.Exit;
import dev.storywire.app.process.Shutdown;
import dev.storywire.app.settings.SettingsOptions;
import dev.storywire.replay.PromotionPoint;
import dev.storywire.replay.ReplayName;
import dev.storywire.schemas.Json;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code storywire promote}: makes a finished replay the live service. */
@Command(
    name = "promote",
    description =
        "Run a finished replay as the live service: follow the service under --prefix until it is"
            + " stopped, print the point at which consumers change over, and continue from there.",
    footer =
        "%nRuns until it is stopped; the same command resumes. The point is printed as JSON:"
            + " offsets by topic and partition, under the old prefix and under the new one.")
public final class PromoteCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private SettingsOptions options;

  @Option(names = "--as", required = true, paramLabel = "NAME", description = "Name of the replay.")
  private String as;

  @Override
  public Integer call() throws InterruptedException, JsonProcessingException {
    PrintWriter err = spec.commandLine().getErr();
    try (Shutdown shutdown = new Shutdown();
        PromoteRun run = new PromoteRun(options, new ReplayName(as))) {
      shutdown.onSignal(run::stop);
      err.printf("storywire: the page is at http://localhost:%d%n", run.port());
      err.println(
          "storywire: following the live service; when that is stopped, this one takes over");
      err.flush();
      PromotionPoint point = run.promote();
      spec.commandLine().getOut().println(Json.mapper().writeValueAsString(point));
      spec.commandLine().getOut().flush();
      err.println("storywire: this is the point; from here on all new records are copied");
      err.flush();
      run.lead();
    }
    return Exit.OK;
  }
}
