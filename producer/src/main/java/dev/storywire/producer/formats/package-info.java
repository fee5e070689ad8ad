/**
 * Readers: each turns one format that news comes in into ninjs {@link
 * dev.storywire.schemas.NewsItem}s. They know nothing of where the bytes came from or where the
 * items go.
 */
@NullMarked
package dev.storywire.producer.formats;

import org.jspecify.annotations.NullMarked;
