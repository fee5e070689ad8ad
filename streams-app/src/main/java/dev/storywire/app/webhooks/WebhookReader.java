package dev.storywire.app.webhooks;

import dev.storywire.schemas.JsonSerde;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.serve.catalog.SingleStoryMatcher;
import dev.storywire.serve.query.NotReadyException;
import dev.storywire.serve.query.StoryListItem;
import dev.storywire.topology.kafka.ConsumerGroupReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the committed story events for a webhook, one at a time, and sends its deliveries. The
 * position is that of a consumer group. It is committed after each delivery, and at intervals.
 */
final class WebhookReader {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookReader.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration COMMIT_EVERY = Duration.ofSeconds(5);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final Webhook webhook;
  private final Stories stories;
  private final WebhookSender sender;
  private final SourceCounts counts;
  private final JsonSerde<StoryEvent> serde = new JsonSerde<>(StoryEvent.class);

  /** The stories of all instances. Both methods may throw {@link NotReadyException}. */
  interface Stories {
    /** Returns the latest snapshot of a story. */
    Optional<Story> story(String storyId);

    /** Returns the latest events of a story, oldest first. */
    List<StoryEvent> events(String storyId, int limit);
  }

  WebhookReader(Webhook webhook, Stories stories, WebhookSender sender) {
    this.webhook = webhook;
    this.stories = stories;
    this.sender = sender;
    this.counts = new SourceCounts(storyId -> stories.events(storyId, StoryEvent.MAX_QUERIED));
  }

  /** Reads and sends until the sender is closed. */
  void run(ConsumerGroupReader reader) throws InterruptedException {
    long committed = System.nanoTime();
    boolean dirty = false;
    while (!sender.isClosed()) {
      for (ConsumerRecord<String, byte[]> record : reader.poll(POLL)) {
        if (!process(record, reader)) {
          return;
        }
        dirty = true;
      }
      if (dirty && System.nanoTime() - committed > COMMIT_EVERY.toNanos()) {
        reader.commit();
        committed = System.nanoTime();
        dirty = false;
      }
    }
  }

  /** Returns false if the sender was closed before the event was processed. */
  private boolean process(ConsumerRecord<String, byte[]> record, ConsumerGroupReader reader)
      throws InterruptedException {
    StoryEvent event;
    try {
      event = serde.deserializer().deserialize(record.topic(), record.value());
    } catch (SerializationException e) {
      LOG.warn("{}@{} is not a story event and is skipped", record.topic(), record.offset(), e);
      return true;
    }
    if (event == null || !whenReady(() -> isFulfilled(event), false)) {
      return !sender.isClosed();
    }
    boolean done =
        sender.send(webhook, () -> whenReady(() -> delivery(event), Optional.<Delivery>empty()));
    if (done) {
      reader.commit();
    }
    return done;
  }

  private boolean isFulfilled(StoryEvent event) {
    return webhook.minSources() == 0
        ? event instanceof StoryEvent.Opened
        : counts.isReached(event, webhook.minSources());
  }

  /** Returns the delivery, unless the story does not match, or does not exist any more. */
  private Optional<Delivery> delivery(StoryEvent event) {
    return stories
        .story(event.storyId())
        .filter(story -> story.articleCount() > 0)
        .filter(story -> SingleStoryMatcher.matches(story, webhook.filter()))
        .map(
            story ->
                new Delivery(
                    webhook.deliveryId(event.storyId()),
                    webhook.name(),
                    webhook.on(),
                    event,
                    StoryListItem.of(story)));
  }

  /** Returns the result of a query, or another value if the sender is closed before. */
  private <T> T whenReady(Supplier<T> query, T otherwise) throws InterruptedException {
    while (!sender.isClosed()) {
      try {
        return query.get();
      } catch (NotReadyException e) {
        sender.pause(RETRY_AFTER);
      }
    }
    return otherwise;
  }
}
