/**
 * Articles as sparse vectors: terms weighted by how often an article uses them and how rare they
 * are in its lane, and cosines between such vectors.
 */
@NullMarked
package dev.storywire.story.vector;

import org.jspecify.annotations.NullMarked;
