/** Ingest: converts feed formats to ninjs items on {@code storywire.raw}. */
@NullMarked
package dev.storywire.producer;

import org.jspecify.annotations.NullMarked;
