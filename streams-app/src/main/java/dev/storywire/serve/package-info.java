/** What people and programs ask over HTTP: queries, live events, the page. */
@NullMarked
package dev.storywire.serve;

import org.jspecify.annotations.NullMarked;
