/** The language of an article. */
@NullMarked
package dev.storywire.text.language;

import org.jspecify.annotations.NullMarked;
