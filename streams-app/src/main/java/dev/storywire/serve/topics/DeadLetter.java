package dev.storywire.serve.topics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A refused record, without its value.
 *
 * @param id position on the topic of dead letters, such as {@code 0-17}
 * @param at when it was refused
 * @param key key of the record, the uri of an item; at most {@link #MAX_KEY} characters
 * @param origin position of the record on its own topic, such as {@code storywire.raw-2@17}
 * @param version version of the service that refused it
 * @param bytes length of the value
 */
public record DeadLetter(
    String id,
    Instant at,
    @Nullable String key,
    String stage,
    String code,
    String reason,
    String origin,
    @Nullable String version,
    int bytes) {

  /** Maximum length of a key that is shown. */
  public static final int MAX_KEY = 2_000;
}
