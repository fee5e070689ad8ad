/** Settings, request checks and error responses of the HTTP server. */
@NullMarked
package dev.storywire.serve.http;

import org.jspecify.annotations.NullMarked;
