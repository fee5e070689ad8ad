/** What is read from a raw item once, before any lane decides on it; depends on the item alone. */
@NullMarked
package dev.storywire.story.prepare;

import org.jspecify.annotations.NullMarked;
