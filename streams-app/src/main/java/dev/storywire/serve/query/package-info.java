/** The questions that the HTTP side asks of an instance, and the records that answer them. */
@NullMarked
package dev.storywire.serve.query;

import org.jspecify.annotations.NullMarked;
