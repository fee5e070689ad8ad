package dev.storywire.serve.query;

import dev.storywire.schemas.Entity;

/**
 * An entry of the list of entities.
 *
 * @param name its name in the story that was updated last
 * @param storyCount number of the open and closed stories that name it
 * @param openCount number of the open ones
 */
public record EntityListItem(
    String id, String name, Entity.Type type, int storyCount, int openCount) {}
