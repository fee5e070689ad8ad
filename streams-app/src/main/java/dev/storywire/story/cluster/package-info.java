/**
 * Which story an article belongs to: a lane's working memory of stories, the candidates it finds
 * for an article, what it compares, and the decisions to join, merge and split.
 */
@NullMarked
package dev.storywire.story.cluster;

import org.jspecify.annotations.NullMarked;
