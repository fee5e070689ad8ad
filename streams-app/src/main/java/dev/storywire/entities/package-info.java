/**
 * Links the names of an article to entities across spellings. Plain Java, without Kafka or clocks.
 */
@NullMarked
package dev.storywire.entities;

import org.jspecify.annotations.NullMarked;
