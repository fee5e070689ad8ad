/**
 * The articles and stories of a lane while one record is decided. Changes are made to drafts, which
 * emit the events of the story log.
 */
@NullMarked
package dev.storywire.story.draft;

import org.jspecify.annotations.NullMarked;
