/** The flow on Kafka Streams: one screen of topology, thin processors, stores, error handlers. */
@NullMarked
package dev.storywire.topology;

import org.jspecify.annotations.NullMarked;
