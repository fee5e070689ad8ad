/**
 * Readers that convert news formats to ninjs {@link dev.storywire.schemas.NewsItem}s. They do not
 * depend on the origin of the bytes or the destination of the items.
 */
@NullMarked
package dev.storywire.producer.formats;

import org.jspecify.annotations.NullMarked;
