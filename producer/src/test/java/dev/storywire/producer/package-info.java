@NullMarked
package dev.storywire.producer;

import org.jspecify.annotations.NullMarked;
