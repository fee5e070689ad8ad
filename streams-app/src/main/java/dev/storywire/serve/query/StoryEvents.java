package dev.storywire.serve.query;

import java.util.function.Consumer;

/**
 * A live feed of the changes of stories in <em>all</em> lanes, including those that other instances
 * decide.
 */
public interface StoryEvents {
  /**
   * Passes each change to the consumer, in order per story, until the subscription is closed. The
   * consumer must return quickly and must not throw exceptions.
   */
  Subscription subscribe(Consumer<StoryUpdate> consumer);

  /** A subscription to the feed. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
