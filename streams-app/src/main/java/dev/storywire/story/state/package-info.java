/** The durable state of a lane: its records, its deadlines and the store interface. */
@NullMarked
package dev.storywire.story.state;

import org.jspecify.annotations.NullMarked;
