/** Cleaning: extracts headline, paragraphs, dateline and byline from a raw item. */
@NullMarked
package dev.storywire.text.clean;

import org.jspecify.annotations.NullMarked;
