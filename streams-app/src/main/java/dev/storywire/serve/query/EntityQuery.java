package dev.storywire.serve.query;

import dev.storywire.schemas.Entity;
import org.jspecify.annotations.Nullable;

/**
 * A query for entities. An absent component does not restrict the result.
 *
 * @param text words, each of which must begin a word of the name
 * @param limit maximum number of entities in the result, 1 to {@link StoryQuery#MAX_LIMIT}
 * @param after position of the last entity of the previous page
 */
public record EntityQuery(
    @Nullable String text, Entity.@Nullable Type type, int limit, @Nullable EntityCursor after) {}
