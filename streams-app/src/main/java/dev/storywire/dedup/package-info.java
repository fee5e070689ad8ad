/** Copies: fingerprints to find them, verification to decide. Plain Java; no Kafka, no clock. */
@NullMarked
package dev.storywire.dedup;

import org.jspecify.annotations.NullMarked;
