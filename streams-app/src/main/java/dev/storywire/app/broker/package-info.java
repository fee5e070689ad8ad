/** Access to brokers: topics, reading, and an embedded broker. */
@NullMarked
package dev.storywire.app.broker;

import org.jspecify.annotations.NullMarked;
