/**
 * The settings of Kafka Streams and RocksDB, the error handlers, the timestamp extractor, and the
 * reader of whole topics.
 */
@NullMarked
package dev.storywire.topology.kafka;

import org.jspecify.annotations.NullMarked;
