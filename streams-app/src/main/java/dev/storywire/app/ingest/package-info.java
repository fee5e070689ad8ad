/** The command {@code storywire ingest}: reads files once, or follows feeds and directories. */
@NullMarked
package dev.storywire.app.ingest;

import org.jspecify.annotations.NullMarked;
