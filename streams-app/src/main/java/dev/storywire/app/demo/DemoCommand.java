package dev.storywire.app.demo;

import dev.storywire.app.audit.RawResults;
import dev.storywire.app.broker.EmbeddedBroker;
import dev.storywire.app.process.Exit;
import dev.storywire.app.process.FreePorts;
import dev.storywire.app.process.Shutdown;
import dev.storywire.app.process.WholeNumber;
import dev.storywire.app.service.StorywireService;
import dev.storywire.app.settings.Settings;
import dev.storywire.producer.send.RawTopicWriter;
import dev.storywire.serve.query.StoryListItem;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code storywire demo}: broker, service and sample day in one process. */
@Command(
    name = "demo",
    description = "Start a broker and the service, and play the sample day.",
    footer =
        "%nThe service reads its settings from the environment (STORYWIRE_...), except for those of"
            + " the broker and the data directory. Exits with 1 if the sample day was not processed"
            + " completely.")
public final class DemoCommand implements Callable<Integer> {
  private static final Duration COMPLETE_WITHIN = Duration.ofMinutes(3);

  private static final int MAX_SETTLE_CHECKS = 100;

  @Spec private CommandSpec spec;

  @Option(names = "--once", description = "Play at full speed, print the stories and exit.")
  private boolean once;

  @Option(
      names = "--speed",
      converter = WholeNumber.Positive.class,
      paramLabel = "N",
      defaultValue = "600",
      description = "Speed: seconds of the sample day per second (default: ${DEFAULT-VALUE}).")
  private int speed;

  @Option(
      names = "--port",
      converter = WholeNumber.Port.class,
      paramLabel = "P",
      defaultValue = "${env:STORYWIRE_HTTP_PORT:-8080}",
      description = "Port of the page (default: ${DEFAULT-VALUE}; 0: any free port).")
  private int port;

  @Option(
      names = "--broker-port",
      converter = WholeNumber.Port.class,
      paramLabel = "P",
      defaultValue = "9092",
      description =
          "Port of the broker (default: ${DEFAULT-VALUE}, or any free one if it is used).")
  private int brokerPort;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data/demo",
      description = "Data directory of the broker and the stores (default: ${DEFAULT-VALUE}).")
  private Path data;

  @Override
  public Integer call() throws InterruptedException {
    Settings given = settings(System.getenv(), "localhost:" + brokerPort);
    StorywireService.checkAddress(given);
    String prefix = given.text(Settings.PREFIX);
    PrintWriter err = spec.commandLine().getErr();
    err.println("storywire: starting a broker and the service …");
    err.flush();
    try (Shutdown shutdown = new Shutdown();
        EmbeddedBroker broker = broker();
        StorywireService service =
            StorywireService.start(settings(System.getenv(), broker.bootstrapServers()));
        RawTopicWriter raw = RawTopicWriter.connect(broker.bootstrapServers(), prefix, Map.of());
        RawResults results = new RawResults(client(broker), prefix)) {
      int pace = once ? Player.AS_FAST_AS_POSSIBLE : speed;
      Player player = new Player(raw, pace, Clock.systemUTC());
      shutdown.onSignal(
          () -> {
            service.stop();
            player.stop();
          });
      List<SampleDay.Sent> items = SampleDay.allWires();
      err.printf(
          "storywire: the broker is at %s, the page at http://localhost:%d%n",
          broker.bootstrapServers(), service.port());
      err.printf("storywire: playing %d items of the sample day%n", items.size());
      err.flush();
      player.play(items);
      boolean complete = isComplete(results, items.size(), service);
      if (once) {
        StoryTable.print(settled(service, results.members()), spec.commandLine().getOut());
        return complete ? Exit.OK : Exit.FAILED;
      }
      if (complete) {
        err.println("storywire: the sample day is complete; press Ctrl-C to stop");
        err.flush();
      }
      service.await();
    }
    return Exit.OK;
  }

  private EmbeddedBroker broker() {
    try {
      FreePorts.check(InetAddress.getLoopbackAddress(), brokerPort);
    } catch (IOException e) {
      brokerPort = 0; // in use
    }
    return EmbeddedBroker.start(data.resolve("broker"), brokerPort);
  }

  /**
   * Waits until the stories contain all articles, and returns them. Stories arrive on another topic
   * than verdicts.
   */
  private static List<StoryListItem> settled(StorywireService service, long articles)
      throws InterruptedException {
    List<StoryListItem> stories = service.stories();
    for (int i = 0; i < MAX_SETTLE_CHECKS && articles(stories) != articles; i++) {
      TimeUnit.MILLISECONDS.sleep(100);
      stories = service.stories();
    }
    return stories;
  }

  private static long articles(List<StoryListItem> stories) {
    return stories.stream().mapToLong(StoryListItem::articleCount).sum();
  }

  /** Waits until all items have a result. Returns false if the service is stopped before. */
  private static boolean isComplete(RawResults results, int items, StorywireService service) {
    long until = System.nanoTime() + COMPLETE_WITHIN.toNanos();
    boolean complete = false;
    while (!complete && service.isRunning() && System.nanoTime() < until) {
      complete = results.await(items, Duration.ofSeconds(1));
    }
    return complete;
  }

  private static Properties client(EmbeddedBroker broker) {
    Properties client = new Properties();
    client.put(Settings.BOOTSTRAP_SERVERS, broker.bootstrapServers());
    return client;
  }

  /** Returns the settings of the service, with those that the environment has. */
  Settings settings(Map<String, String> environment, String brokers) {
    return Settings.of(
        Map.of(
            Settings.BOOTSTRAP_SERVERS, brokers,
            Settings.DATA_DIR, data.toString(),
            Settings.HTTP_PORT, Integer.toString(port)),
        environment,
        Map.of());
  }
}
