/** The endpoints of the JSON API and the page. */
@NullMarked
package dev.storywire.serve.api;

import org.jspecify.annotations.NullMarked;
