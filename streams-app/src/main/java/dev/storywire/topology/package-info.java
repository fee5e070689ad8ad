/** The flow: the topology, its processors, and the records that flow between them. */
@NullMarked
package dev.storywire.topology;

import org.jspecify.annotations.NullMarked;
