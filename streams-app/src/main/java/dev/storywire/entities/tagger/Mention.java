package dev.storywire.entities.tagger;

import dev.storywire.schemas.Entity;

/**
 * A name where it stands in a text.
 *
 * @param fromToken its first token
 * @param toToken the token after its last
 * @param type the kind of name
 */
public record Mention(int fromToken, int toToken, Entity.Type type) {}
