/** The settings of Kafka Streams and RocksDB, the error handlers and the timestamp extractor. */
@NullMarked
package dev.storywire.topology.kafka;

import org.jspecify.annotations.NullMarked;
