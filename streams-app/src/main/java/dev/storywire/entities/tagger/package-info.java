/**
 * Finds the mentions of names in English, German, Spanish and Dutch text. Plain Java, without Kafka
 * or clocks.
 */
@NullMarked
package dev.storywire.entities.tagger;

import org.jspecify.annotations.NullMarked;
