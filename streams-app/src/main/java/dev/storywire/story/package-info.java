/**
 * A lane: versions, notices and copies of articles, their assignment to stories, edits and links to
 * other lanes. Plain Java, without Kafka or clocks.
 */
@NullMarked
package dev.storywire.story;

import org.jspecify.annotations.NullMarked;
