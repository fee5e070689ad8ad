/** Sentences, tokens and letters of a text. Plain Java; no Kafka, no clock. */
@NullMarked
package dev.storywire.text;

import org.jspecify.annotations.NullMarked;
