package dev.storywire.app.service;

import dev.storywire.app.process.OperatorError;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts Kafka Streams, even if a kill has damaged the local state. */
final class StreamsStart {
  private static final Logger LOG = LoggerFactory.getLogger(StreamsStart.class);

  private StreamsStart() {}

  /**
   * Starts a new client. If a local store cannot be opened, deletes the local state of the instance
   * and starts another one, which restores the stores from their changelogs. A kill while Kafka
   * Streams deletes a store leaves such a store.
   *
   * @param clients creates clients with the same settings, each with its own topology
   * @param failures handles uncaught exceptions of the stream threads
   * @throws OperatorError if the disk is full
   * @throws ProcessorStateException if the second client cannot start either
   */
  static KafkaStreams start(
      Supplier<KafkaStreams> clients, StreamsUncaughtExceptionHandler failures) {
    KafkaStreams streams = clients.get();
    streams.setUncaughtExceptionHandler(failures);
    try {
      streams.start();
      return streams;
    } catch (ProcessorStateException e) {
      if (StreamFailures.isDiskFull(e)) {
        streams.close();
        throw new OperatorError(
            "the disk of the stores is full: free some space, or move data.dir", e);
      }
      LOG.warn("A local store is damaged: all are deleted and restored from the changelogs", e);
      streams.close();
    }
    KafkaStreams fresh = clients.get();
    fresh.setUncaughtExceptionHandler(failures);
    fresh.cleanUp();
    fresh.start();
    return fresh;
  }
}
