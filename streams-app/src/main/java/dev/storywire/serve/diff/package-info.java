/** Differences between two versions of a text, by words. */
@NullMarked
package dev.storywire.serve.diff;

import org.jspecify.annotations.NullMarked;
