/**
 * The contract of Storywire: what is on its topics, and nothing of how it gets there.
 *
 * <p>Every topic is named in {@link dev.storywire.schemas.Topic}; every value has a record here and
 * a JSON Schema beside it; {@link dev.storywire.schemas.Json} holds the one mapper that reads and
 * writes them.
 */
@NullMarked
package dev.storywire.schemas;

import org.jspecify.annotations.NullMarked;
