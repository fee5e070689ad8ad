package dev.storywire.app.webhooks;

import dev.storywire.app.settings.Settings;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.schemas.Topic;
import dev.storywire.serve.peers.ClusterQueries;
import dev.storywire.topology.kafka.ConsumerGroupReader;
import dev.storywire.topology.kafka.WebhookGroups;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The webhooks of an instance. Each has a thread and a consumer group, so that an address that does
 * not answer does not delay the others. The instances of a service share the partitions of each
 * group.
 */
public final class Webhooks implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
  private static final Duration RECONNECT_AFTER = Duration.ofSeconds(5);

  private final Settings settings;
  private final List<Webhook> webhooks;
  private final List<Thread> threads = new ArrayList<>();
  private final List<WebhookSender> senders = new ArrayList<>();

  private Webhooks(Settings settings, List<Webhook> webhooks) {
    this.settings = settings;
    this.webhooks = webhooks;
  }

  /**
   * Reads the configuration.
   *
   * @throws dev.storywire.app.process.OperatorError if it is invalid
   */
  public static Webhooks of(Settings settings) {
    String file = settings.text(Settings.WEBHOOKS_FILE);
    return new Webhooks(settings, file.isEmpty() ? List.of() : WebhookFile.read(Path.of(file)));
  }

  /** Starts to read and to send. */
  public void start(ClusterQueries queries, MeterRegistry metrics) {
    WebhookReader.Stories stories = stories(queries);
    for (Webhook webhook : webhooks) {
      WebhookSender sender = new WebhookSender(WebhookSender.PAUSES, metrics, Clock.systemUTC());
      WebhookReader reader = new WebhookReader(webhook, stories, sender);
      Thread thread =
          new Thread(() -> run(webhook, reader, sender), "storywire-webhook-" + webhook.name());
      thread.setDaemon(true);
      senders.add(sender);
      threads.add(thread);
      thread.start();
    }
  }

  private void run(Webhook webhook, WebhookReader reader, WebhookSender sender) {
    String group = WebhookGroups.of(settings.applicationId(), webhook.name());
    String topic = Topic.STORY_EVENTS.name(settings.text(Settings.PREFIX));
    try {
      while (!sender.isClosed()) {
        try (ConsumerGroupReader log =
            ConsumerGroupReader.connect(settings.client(), group, topic)) {
          reader.run(log);
        } catch (RuntimeException e) {
          if (!sender.isClosed()) {
            LOG.error("{} was interrupted; it continues in {}", webhook, RECONNECT_AFTER, e);
            sender.pause(RECONNECT_AFTER);
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    }
  }

  private static WebhookReader.Stories stories(ClusterQueries queries) {
    return new WebhookReader.Stories() {
      @Override
      public Optional<Story> story(String storyId) {
        return queries.story(storyId);
      }

      @Override
      public List<StoryEvent> events(String storyId, int limit) {
        return queries.events(storyId, limit);
      }
    };
  }

  @Override
  public void close() {
    senders.forEach(WebhookSender::close);
    threads.forEach(Thread::interrupt);
  }
}
