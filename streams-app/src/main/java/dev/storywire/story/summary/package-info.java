/** The headline and summary of a story, chosen from its recent originals. */
@NullMarked
package dev.storywire.story.summary;

import org.jspecify.annotations.NullMarked;
