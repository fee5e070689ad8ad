/** The {@code storywire} command line. */
@NullMarked
package dev.storywire.app;

import org.jspecify.annotations.NullMarked;
