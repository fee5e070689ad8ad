/** RSS, RDF and Atom feeds, and lists of feeds. */
@NullMarked
package dev.storywire.producer.formats.feed;

import org.jspecify.annotations.NullMarked;
