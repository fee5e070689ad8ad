/** Names in a text, and one name for many spellings. Plain Java; no Kafka, no clock. */
@NullMarked
package dev.storywire.entities;

import org.jspecify.annotations.NullMarked;
