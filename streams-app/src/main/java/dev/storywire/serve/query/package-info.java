/** Queries to an instance, and their results. */
@NullMarked
package dev.storywire.serve.query;

import org.jspecify.annotations.NullMarked;
