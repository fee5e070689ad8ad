/**
 * Links the names of an article to entities, whatever their spelling. Plain Java; no Kafka, no
 * clock.
 */
@NullMarked
package dev.storywire.entities;

import org.jspecify.annotations.NullMarked;
