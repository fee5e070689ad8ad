/** The list of stories, in memory: filtered, ordered and paged. */
@NullMarked
package dev.storywire.serve.catalog;

import org.jspecify.annotations.NullMarked;
