/** The benchmark of the whole service: {@code storywire bench}. */
@NullMarked
package dev.storywire.app.bench;

import org.jspecify.annotations.NullMarked;
