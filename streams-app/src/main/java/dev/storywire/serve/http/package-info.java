/** Settings, request checks and error answers of the HTTP side. */
@NullMarked
package dev.storywire.serve.http;

import org.jspecify.annotations.NullMarked;
