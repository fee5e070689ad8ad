/** Fetching over HTTP from servers that may be slow, wrong or hostile. */
@NullMarked
package dev.storywire.producer.fetch;

import org.jspecify.annotations.NullMarked;
