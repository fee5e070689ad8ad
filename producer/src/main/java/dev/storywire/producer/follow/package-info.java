/** Polling of live feeds and drop directories. Each item is sent once. */
@NullMarked
package dev.storywire.producer.follow;

import org.jspecify.annotations.NullMarked;
