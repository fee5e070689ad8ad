/** Teletype transmissions (ANPA 1312, IPTC 7901) and plain text. */
@NullMarked
package dev.storywire.producer.formats.text;

import org.jspecify.annotations.NullMarked;
