/** Topics that are read on request: the log of story events, dead letters, earlier versions. */
@NullMarked
package dev.storywire.serve.topics;

import org.jspecify.annotations.NullMarked;
