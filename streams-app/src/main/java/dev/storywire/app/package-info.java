/** The process: command line, settings, lifecycle, embedded broker. */
@NullMarked
package dev.storywire.app;

import org.jspecify.annotations.NullMarked;
