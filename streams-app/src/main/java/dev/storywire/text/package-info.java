/** Sentences, tokens and characters of a text. Plain Java, without Kafka or clocks. */
@NullMarked
package dev.storywire.text;

import org.jspecify.annotations.NullMarked;
