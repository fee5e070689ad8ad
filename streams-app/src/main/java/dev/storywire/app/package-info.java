/** The {@code storywire} command: which subcommands there are, and how each ends. */
@NullMarked
package dev.storywire.app;

import org.jspecify.annotations.NullMarked;
