package dev.storywire.app.demo;

import dev.storywire.app.audit.Outcomes;
import dev.storywire.app.broker.EmbeddedBroker;
import dev.storywire.app.process.Exit;
import dev.storywire.app.process.Shutdown;
import dev.storywire.app.service.StorywireService;
import dev.storywire.app.settings.Settings;
import dev.storywire.producer.send.RawTopic;
import dev.storywire.schemas.Topic;
import dev.storywire.serve.query.StoryLine;
import java.io.PrintWriter;
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

/** {@code storywire demo}: a broker, the service and the sample day, in one process. */
@Command(
    name = "demo",
    description = "Play the sample day into a service of its own and watch stories form.",
    footer = "%nExits with 1 if the sample did not get through.")
public final class DemoCommand implements Callable<Integer> {
  private static final Duration THROUGH_WITHIN = Duration.ofMinutes(3);

  private static final int SETTLE_CHECKS = 100;

  @Spec private CommandSpec spec;

  @Option(names = "--once", description = "End when the sample is through, and print the stories.")
  private boolean once;

  @Option(
      names = "--speed",
      paramLabel = "N",
      defaultValue = "600",
      description = "Seconds of the sample day in a second (default: ${DEFAULT-VALUE}).")
  private int speed;

  @Option(
      names = "--port",
      paramLabel = "P",
      defaultValue = "8080",
      description = "Where the page is (default: ${DEFAULT-VALUE}; 0: any free port).")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data/demo",
      description = "Where broker and stores keep their data (default: ${DEFAULT-VALUE}).")
  private Path data;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    err.println("storywire: starting a broker and the service; a few seconds …");
    err.flush();
    try (Shutdown shutdown = new Shutdown();
        EmbeddedBroker broker = EmbeddedBroker.start(data.resolve("broker"), 0);
        StorywireService service = StorywireService.start(settings(broker));
        Outcomes outcomes = new Outcomes(client(broker), Topic.DEFAULT_PREFIX)) {
      shutdown.onSignal(service::stop);
      List<SampleDay.Sent> items = SampleDay.wire();
      err.printf(
          "storywire: the page is at http://localhost:%d — %d items of the sample day follow%n",
          service.port(), items.size());
      err.flush();
      play(items, broker.bootstrapServers());
      boolean through = outcomes.await(items.size(), THROUGH_WITHIN);
      if (once) {
        StoryTable.print(settled(service, outcomes.members()), spec.commandLine().getOut());
        return through ? Exit.OK : Exit.FAILED;
      }
      err.println("storywire: that was the sample day; Ctrl-C ends the service");
      err.flush();
      service.await();
    }
    return Exit.OK;
  }

  /** The stories once they tell of all articles: their records come by another topic. */
  private static List<StoryLine> settled(StorywireService service, long articles)
      throws InterruptedException {
    List<StoryLine> stories = service.stories();
    for (int i = 0; i < SETTLE_CHECKS && articles(stories) != articles; i++) {
      TimeUnit.MILLISECONDS.sleep(100);
      stories = service.stories();
    }
    return stories;
  }

  private static long articles(List<StoryLine> stories) {
    return stories.stream().mapToLong(StoryLine::articleCount).sum();
  }

  private void play(List<SampleDay.Sent> items, String bootstrapServers)
      throws InterruptedException {
    try (RawTopic raw = RawTopic.connect(bootstrapServers, Topic.DEFAULT_PREFIX, Map.of())) {
      int pace = once ? Player.AS_FAST_AS_POSSIBLE : speed;
      new Player(raw, pace, Clock.systemUTC()).play(items);
    }
  }

  private static Properties client(EmbeddedBroker broker) {
    Properties client = new Properties();
    client.put(Settings.BOOTSTRAP_SERVERS, broker.bootstrapServers());
    return client;
  }

  private Settings settings(EmbeddedBroker broker) {
    return Settings.of(
        Map.of(
            Settings.BOOTSTRAP_SERVERS, broker.bootstrapServers(),
            Settings.DATA_DIR, data.toString(),
            Settings.HTTP_PORT, Integer.toString(port)),
        Map.of(),
        Map.of());
  }
}
