/** Preparation: extracts the data for decisions from a raw item, before any lane decides on it. */
@NullMarked
package dev.storywire.story.prepare;

import org.jspecify.annotations.NullMarked;
