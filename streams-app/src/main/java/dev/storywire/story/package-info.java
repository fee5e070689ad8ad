/**
 * Stories: what happens to an article in its lane, a story's life, headline and summary,
 * explanations. Plain Java; no Kafka, no clock.
 */
@NullMarked
package dev.storywire.story;

import org.jspecify.annotations.NullMarked;
