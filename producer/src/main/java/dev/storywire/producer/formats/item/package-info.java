/** The parts of a news item: identity, dates, status, links and the builder. */
@NullMarked
package dev.storywire.producer.formats.item;

import org.jspecify.annotations.NullMarked;
