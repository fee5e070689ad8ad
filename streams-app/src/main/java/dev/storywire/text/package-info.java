/** Texts: cleaning, sentences, tokens, terms, language. Plain Java; no Kafka, no clock. */
@NullMarked
package dev.storywire.text;

import org.jspecify.annotations.NullMarked;
