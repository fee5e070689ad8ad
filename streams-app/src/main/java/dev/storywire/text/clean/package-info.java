/** Cleaning: from a raw item to its headline, paragraphs, dateline and byline. */
@NullMarked
package dev.storywire.text.clean;

import org.jspecify.annotations.NullMarked;
