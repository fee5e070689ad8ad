/** Training and evaluation of the name tagger. The service does not use this package. */
@NullMarked
package dev.storywire.entities.learn;

import org.jspecify.annotations.NullMarked;
