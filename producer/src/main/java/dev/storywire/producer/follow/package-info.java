/** Live feeds and drop directories: asked again and again, each item taken once. */
@NullMarked
package dev.storywire.producer.follow;

import org.jspecify.annotations.NullMarked;
