/** Feeds and files into the raw topic, once or for as long as the process lives. */
@NullMarked
package dev.storywire.app.ingest;

import org.jspecify.annotations.NullMarked;
