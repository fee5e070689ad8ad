/** The sample day, and the service shown with it. */
@NullMarked
package dev.storywire.app.demo;

import org.jspecify.annotations.NullMarked;
