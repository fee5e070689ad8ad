@NullMarked
package dev.storywire.producer.fetch;

import org.jspecify.annotations.NullMarked;
