/** The command that searches all topics for a text, and purges it. */
@NullMarked
package dev.storywire.app.find;

import org.jspecify.annotations.NullMarked;
