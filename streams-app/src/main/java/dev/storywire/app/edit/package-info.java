/** The command {@code storywire edit}. */
@NullMarked
package dev.storywire.app.edit;

import org.jspecify.annotations.NullMarked;
