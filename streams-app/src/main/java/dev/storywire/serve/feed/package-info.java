/** Web feeds of stories: Atom and JSON Feed. */
@NullMarked
package dev.storywire.serve.feed;

import org.jspecify.annotations.NullMarked;
