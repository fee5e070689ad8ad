/** Commands for replays: run, compare, promote and remove. */
@NullMarked
package dev.storywire.app.replay;

import org.jspecify.annotations.NullMarked;
