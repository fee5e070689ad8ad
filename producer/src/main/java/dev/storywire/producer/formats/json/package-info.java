/** JSON Lines and ninjs. */
@NullMarked
package dev.storywire.producer.formats.json;

import org.jspecify.annotations.NullMarked;
