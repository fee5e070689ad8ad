/** Replays: copies history under another topic prefix; compares, promotes and removes replays. */
@NullMarked
package dev.storywire.replay;

import org.jspecify.annotations.NullMarked;
