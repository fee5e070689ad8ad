/** Safe XML parsing, and the tree that the XML readers walk. */
@NullMarked
package dev.storywire.producer.formats.xml;

import org.jspecify.annotations.NullMarked;
