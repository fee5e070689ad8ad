package dev.storywire.topology.stores;

import dev.storywire.schemas.Topic;
import java.util.Map;

/** Settings of the stores' changelog topics. */
public final class Changelogs {
  private Changelogs() {}

  public static Map<String, String> config(int replicationFactor) {
    return Map.of(
        "min.insync.replicas", Integer.toString(replicationFactor >= 3 ? 2 : 1),
        "max.message.bytes", Integer.toString(Topic.MAX_RECORD_BYTES),
        // small segments are cleaned sooner, and a restore reads what cleaning has left
        "segment.bytes", Integer.toString(64 * 1024 * 1024));
  }
}
