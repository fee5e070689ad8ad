/** Safe XML parsing, and navigation in XML trees. */
@NullMarked
package dev.storywire.producer.formats.xml;

import org.jspecify.annotations.NullMarked;
