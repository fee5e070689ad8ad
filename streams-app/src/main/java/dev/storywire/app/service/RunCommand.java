package dev.storywire.app.service;

import dev.storywire.app.broker.EmbeddedBroker;
import dev.storywire.app.process.Exit;
import dev.storywire.app.process.OperatorError;
import dev.storywire.app.process.Shutdown;
import dev.storywire.app.process.WholeNumber;
import dev.storywire.app.settings.Settings;
import dev.storywire.app.settings.SettingsOptions;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code storywire run}: runs an instance of the service until it is stopped. */
@Command(
    name = "run",
    description = "Run the service, with the API and the page, until it is stopped.",
    footer = "%nExits with 1 if it could not start, or was stopped by an error.")
public final class RunCommand implements Callable<Integer> {
  @Mixin private SettingsOptions options;

  @Option(
      names = "--embedded",
      description = "Run a broker in this process, with its data in the data directory.")
  private boolean embedded;

  @Option(
      names = "--broker-port",
      converter = WholeNumber.Port.class,
      paramLabel = "P",
      defaultValue = "9092",
      description = "Port of the embedded broker (default: ${DEFAULT-VALUE}).")
  private int brokerPort;

  @Override
  public Integer call() throws InterruptedException {
    if (embedded && options.namesBrokers()) {
      throw new OperatorError("--embedded starts a broker: omit --bootstrap-servers");
    }
    try (Shutdown shutdown = new Shutdown();
        EmbeddedBroker broker = embedded ? broker() : null;
        StorywireService service = start(broker)) {
      shutdown.onSignal(service::stop);
      log().info("the page is at http://localhost:{}", service.port());
      service.await();
    }
    return Exit.OK;
  }

  private EmbeddedBroker broker() {
    Settings settings = options.read(Map.of());
    StorywireService.checkAddress(settings);
    return EmbeddedBroker.start(settings.dataDir().resolve("broker"), brokerPort);
  }

  private StorywireService start(@Nullable EmbeddedBroker broker) {
    Settings settings =
        options.read(
            broker == null
                ? Map.of()
                : Map.of(Settings.BOOTSTRAP_SERVERS, broker.bootstrapServers()));
    Settings.misspelt(System.getenv()).forEach(sentence -> log().warn(sentence));
    settings.origins().forEach((key, value) -> log().info("{} = {}", key, value));
    return StorywireService.start(settings);
  }

  /** Returns the logger. A constant would start it for each command, even for a help text. */
  private static Logger log() {
    return LoggerFactory.getLogger(RunCommand.class);
  }
}
