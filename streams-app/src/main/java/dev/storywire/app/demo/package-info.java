/** The demo: the service with the sample day. */
@NullMarked
package dev.storywire.app.demo;

import org.jspecify.annotations.NullMarked;
