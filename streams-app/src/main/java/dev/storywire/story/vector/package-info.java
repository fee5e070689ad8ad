/**
 * Articles as vectors. A sparse vector has a weight for each term, by how often the article uses it
 * and how rare it is in its lane. A dense one, the embedding, is computed from it.
 */
@NullMarked
package dev.storywire.story.vector;

import org.jspecify.annotations.NullMarked;
