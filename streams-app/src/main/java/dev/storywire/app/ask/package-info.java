/** Questions to a service that runs: one story, why an article is where it is, what is decided. */
@NullMarked
package dev.storywire.app.ask;

import org.jspecify.annotations.NullMarked;
