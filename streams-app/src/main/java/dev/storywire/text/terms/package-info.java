/** The words and word pairs of an article, stemmed and counted. */
@NullMarked
package dev.storywire.text.terms;

import org.jspecify.annotations.NullMarked;
