/** HTTP client for servers that may be slow, faulty or hostile. */
@NullMarked
package dev.storywire.producer.fetch;

import org.jspecify.annotations.NullMarked;
