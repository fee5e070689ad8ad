package dev.storywire.entities.tagger;

import dev.storywire.schemas.Entity;

/**
 * A mention of a name in a text.
 *
 * @param fromToken index of its first token
 * @param toToken index of the token after its last token
 * @param type type of the name
 */
public record Mention(int fromToken, int toToken, Entity.Type type) {}
