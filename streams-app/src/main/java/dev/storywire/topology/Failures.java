package dev.storywire.topology;

import dev.storywire.schemas.Refusal;
import dev.storywire.topology.kafka.DeadLetters;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs and refuses records whose processing threw an exception. */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  static void log(RecordMetadata origin, String uri, RuntimeException failure) {
    LOG.atError()
        .addKeyValue("uri", uri)
        .setCause(failure)
        .log(
            "Preparing {} ({}) failed; it goes to the dead letters",
            DeadLetters.origin(origin),
            uri);
  }

  static Refusal refusal(RuntimeException failure) {
    return new Refusal(
        "internal-error",
        "Storywire failed on this item (%s: %s). This is a bug: please report it with the item."
            .formatted(failure.getClass().getSimpleName(), failure.getMessage()));
  }
}
