/** Gradient-boosted decision trees: the model, its text form, and its training. */
@NullMarked
package dev.storywire.story.trees;

import org.jspecify.annotations.NullMarked;
