/** Queries over all instances. */
@NullMarked
package dev.storywire.serve.peers;

import org.jspecify.annotations.NullMarked;
