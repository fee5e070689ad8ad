/** The comparison of the results of two runs. */
@NullMarked
package dev.storywire.replay.compare;

import org.jspecify.annotations.NullMarked;
