package dev.storywire.app.webhooks;

import dev.storywire.schemas.StoryEvent;
import dev.storywire.serve.query.StoryListItem;

/**
 * The body of a request.
 *
 * @param id the same in each attempt and after a restart, so that a receiver can recognise a
 *     repetition
 * @param webhook name of the webhook
 * @param on its condition
 * @param event the event that fulfilled it
 * @param story the story at the time of the attempt
 */
record Delivery(String id, String webhook, String on, StoryEvent event, StoryListItem story) {}
