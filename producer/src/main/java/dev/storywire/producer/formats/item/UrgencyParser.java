package dev.storywire.producer.formats.item;

import org.jspecify.annotations.Nullable;

/** Parses an editorial urgency, 1 (most urgent) to 9. Returns null for other text. */
public final class UrgencyParser {
  private UrgencyParser() {}

  public static @Nullable Integer parse(@Nullable String text) {
    return text != null && text.strip().matches("[1-9]") ? Integer.valueOf(text.strip()) : null;
  }
}
