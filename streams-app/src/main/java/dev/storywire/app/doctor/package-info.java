/** The command {@code storywire doctor}: checks, and advice if one fails. */
@NullMarked
package dev.storywire.app.doctor;

import org.jspecify.annotations.NullMarked;
