/**
 * A lane: versions, notices and copies of articles, their assignment to stories, and the life of a
 * story. Plain Java, without Kafka or clocks.
 */
@NullMarked
package dev.storywire.story;

import org.jspecify.annotations.NullMarked;
