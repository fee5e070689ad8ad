/** Finds the mentions of names in English text. Plain Java; no Kafka, no clock. */
@NullMarked
package dev.storywire.entities.tagger;

import org.jspecify.annotations.NullMarked;
