/**
 * Trains the models that decide about stories, and scores stories, both on labelled news. The
 * service does not use this package.
 */
@NullMarked
package dev.storywire.story.learn;

import org.jspecify.annotations.NullMarked;
