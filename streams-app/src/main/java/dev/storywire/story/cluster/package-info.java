/**
 * Decides which story an article belongs to: the index of the stories of a lane, the candidates for
 * an article, the features of the models, and the decisions to join, merge and split.
 */
@NullMarked
package dev.storywire.story.cluster;

import org.jspecify.annotations.NullMarked;
