package dev.storywire.serve.query;

import java.util.function.Consumer;

/**
 * The live feed of story changes of <em>all</em> lanes, wherever they are decided, so that a page
 * served by one instance shows them all.
 */
public interface StoryEvents {
  /**
   * Passes each change to the consumer, in order per story, until the handle is closed. The
   * consumer returns quickly and does not throw.
   */
  Subscription subscribe(Consumer<StoryUpdate> consumer);

  /** A handle on the feed. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
