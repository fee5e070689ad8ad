/** Destinations of items: the raw topic, or a stream of lines. */
@NullMarked
package dev.storywire.producer.send;

import org.jspecify.annotations.NullMarked;
