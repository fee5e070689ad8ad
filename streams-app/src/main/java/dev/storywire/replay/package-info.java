/** History run again under a prefix of its own: copied, compared, promoted, removed. */
@NullMarked
package dev.storywire.replay;

import org.jspecify.annotations.NullMarked;
