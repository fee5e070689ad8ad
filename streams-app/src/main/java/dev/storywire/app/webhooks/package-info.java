/** Webhooks: HTTP requests to the operator's addresses about new and growing stories. */
@NullMarked
package dev.storywire.app.webhooks;

import org.jspecify.annotations.NullMarked;
