/** Web pages. */
@NullMarked
package dev.storywire.producer.formats.page;

import org.jspecify.annotations.NullMarked;
