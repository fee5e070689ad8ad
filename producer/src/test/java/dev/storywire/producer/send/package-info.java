@NullMarked
package dev.storywire.producer.send;

import org.jspecify.annotations.NullMarked;
