/** The state stores: their names, layouts and changelogs, and a lane's view of them. */
@NullMarked
package dev.storywire.topology.stores;

import org.jspecify.annotations.NullMarked;
