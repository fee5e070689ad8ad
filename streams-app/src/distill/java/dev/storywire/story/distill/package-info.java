/**
 * Distills the word embeddings that the story models use from a sentence model. Compiled with the
 * Maven profile {@code distill} only: the service needs the table, not the model.
 */
@NullMarked
package dev.storywire.story.distill;

import org.jspecify.annotations.NullMarked;
