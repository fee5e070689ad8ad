/** Training and evaluation of the copy model. The service does not use this package. */
@NullMarked
package dev.storywire.dedup.learn;

import org.jspecify.annotations.NullMarked;
