package dev.storywire.app.replay;

import dev.storywire.app.broker.Brokers;
import dev.storywire.app.broker.EmbeddedBroker;
import dev.storywire.app.process.Exit;
import dev.storywire.app.settings.Settings;
import dev.storywire.app.settings.SettingsOptions;
import dev.storywire.replay.ReplayName;
import dev.storywire.replay.Reset;
import dev.storywire.schemas.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The command {@code storywire reset}: removes everything that a replay or the service has created.
 */
@Command(
    name = "reset",
    description =
        "Remove everything that a replay has created: its topics, including internal ones, its"
            + " consumer groups, its data. Refuses while the replay is running.",
    footer = "%nExits with 1 if the replay is running.")
public final class ResetCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private SettingsOptions options;

  @ArgGroup(multiplicity = "1")
  private Target target = new Target();

  private static final class Target {
    @Option(names = "--as", paramLabel = "NAME", description = "The replay to remove.")
    private @Nullable String as;

    @Option(
        names = "--live",
        description =
            "Remove what the service under --prefix has created instead. Its raw topic remains,"
                + " and the service reads it from the beginning.")
    private boolean live;
  }

  @Option(
      names = "--promoted",
      description = "Also remove a promoted replay, which consumers read.")
  private boolean promoted;

  @Option(
      names = "--embedded",
      description = "Use the embedded broker, whose data is in the data directory.")
  private boolean embedded;

  @Option(names = "--json", description = "Print what was removed as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Settings settings = options.read(Map.of());
    try (EmbeddedBroker broker =
            embedded ? EmbeddedBroker.start(settings.dataDir().resolve("broker"), 0) : null;
        Admin admin = Brokers.connect(client(settings, broker))) {
      Reset.Removed removed = reset(admin, client(settings, broker), settings);
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(Json.mapper().writeValueAsString(removed));
      } else {
        print(removed, out);
      }
      out.flush();
    }
    return Exit.OK;
  }

  private Reset.Removed reset(Admin admin, Map<String, String> client, Settings settings)
      throws IOException {
    if (!target.live) {
      ReplayName name = new ReplayName(String.valueOf(target.as));
      return Reset.of(admin, client, name, promoted).run(name.directory(settings.dataDir()));
    }
    Path stores = settings.dataDir().resolve("stores").resolve(settings.applicationId());
    return Reset.keepingRaw(admin, settings.text(Settings.PREFIX), settings.applicationId())
        .run(stores);
  }

  private static Map<String, String> client(Settings settings, @Nullable EmbeddedBroker broker) {
    return broker == null
        ? settings.client()
        : Map.of(Settings.BOOTSTRAP_SERVERS, broker.bootstrapServers());
  }

  private static void print(Reset.Removed removed, PrintWriter out) {
    if (removed.isEmpty()) {
      out.println("there was nothing to remove");
      return;
    }
    removed.topics().forEach(topic -> out.println("topic        " + topic));
    removed.groups().forEach(group -> out.println("group        " + group));
    removed.transactions().forEach(id -> out.println("transaction  " + id + " (ended)"));
    out.printf("directory    %s (%,d files)%n", removed.directory(), removed.files());
  }
}
