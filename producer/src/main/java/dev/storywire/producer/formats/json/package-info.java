/** JSON Lines, ninjs and JSON Feed. */
@NullMarked
package dev.storywire.producer.formats.json;

import org.jspecify.annotations.NullMarked;
