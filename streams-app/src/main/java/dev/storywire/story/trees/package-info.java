/** Gradient-boosted decision trees: the model and its text form. Training is in {@code learn}. */
@NullMarked
package dev.storywire.story.trees;

import org.jspecify.annotations.NullMarked;
