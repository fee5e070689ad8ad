/** The brokers: asked, given their topics, read, or run inside this process. */
@NullMarked
package dev.storywire.app.broker;

import org.jspecify.annotations.NullMarked;
