/** What the process tells its operator: errors as sentences, exit codes, version, progress. */
@NullMarked
package dev.storywire.app.process;

import org.jspecify.annotations.NullMarked;
