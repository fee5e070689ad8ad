package dev.storywire.app.webhooks;

import dev.storywire.serve.query.StoryFilter;
import java.net.URI;

/**
 * A saved search, and the address that gets a request for each new result.
 *
 * @param name identifies it in logs, metrics and delivery ids
 * @param minSources number of sources that a story has to reach; 0 for each new story
 * @param filter conditions that the story must satisfy
 */
record Webhook(
    String name, URI url, RequestSignature signature, int minSources, StoryFilter filter) {
  /** Returns the condition, as in the configuration file. */
  String on() {
    return minSources == 0 ? "opened" : "sources>=" + minSources;
  }

  /** Returns the id of the delivery for a story. A webhook has one for each story. */
  String deliveryId(String storyId) {
    return name + ":" + storyId;
  }

  /** Omits the address and the secret, which must not be logged. */
  @Override
  public String toString() {
    return "webhook " + name;
  }
}
