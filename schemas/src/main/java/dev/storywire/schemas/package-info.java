/**
 * The contract of Storywire: the records on its topics.
 *
 * <p>{@link dev.storywire.schemas.Topic} lists the topics. Each value has a record in this package
 * and a JSON Schema in the resources. {@link dev.storywire.schemas.Json} has the mapper that reads
 * and writes them.
 */
@NullMarked
package dev.storywire.schemas;

import org.jspecify.annotations.NullMarked;
