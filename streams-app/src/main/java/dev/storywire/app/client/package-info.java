/** Commands that query a running service: show a story, explain an article, follow the results. */
@NullMarked
package dev.storywire.app.client;

import org.jspecify.annotations.NullMarked;
