/** Documents as bytes and text, and the interfaces between readers and their callers. */
@NullMarked
package dev.storywire.producer.formats.source;

import org.jspecify.annotations.NullMarked;
