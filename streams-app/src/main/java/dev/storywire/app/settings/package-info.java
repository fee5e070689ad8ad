/** The settings of the service: their declaration, their sources and their command-line options. */
@NullMarked
package dev.storywire.app.settings;

import org.jspecify.annotations.NullMarked;
