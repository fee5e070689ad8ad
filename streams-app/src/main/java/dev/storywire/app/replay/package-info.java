/** A replay on the command line: run, compared, promoted, removed. */
@NullMarked
package dev.storywire.app.replay;

import org.jspecify.annotations.NullMarked;
