@NullMarked
package dev.storywire.producer.formats;

import org.jspecify.annotations.NullMarked;
