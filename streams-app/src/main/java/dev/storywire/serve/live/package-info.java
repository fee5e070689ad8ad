/** The stream of server-sent events. */
@NullMarked
package dev.storywire.serve.live;

import org.jspecify.annotations.NullMarked;
