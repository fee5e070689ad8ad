/** Process-level concerns of all commands: errors, exit codes, shutdown, version, progress. */
@NullMarked
package dev.storywire.app.process;

import org.jspecify.annotations.NullMarked;
