/** The durable state of a lane: its records, deadlines, outputs and store interface. */
@NullMarked
package dev.storywire.story.state;

import org.jspecify.annotations.NullMarked;
