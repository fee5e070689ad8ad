@NullMarked
package dev.storywire.producer.follow;

import org.jspecify.annotations.NullMarked;
