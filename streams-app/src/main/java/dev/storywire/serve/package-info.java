/** The HTTP server: queries, live events and the page. */
@NullMarked
package dev.storywire.serve;

import org.jspecify.annotations.NullMarked;
