/** The topology: its processors, and the records between them. */
@NullMarked
package dev.storywire.topology;

import org.jspecify.annotations.NullMarked;
