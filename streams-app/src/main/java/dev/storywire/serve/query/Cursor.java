package dev.storywire.serve.query;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;

/**
 * The position of a story in the list, which is ordered by time, latest first, then by id. Opaque
 * to clients. It stays valid while stories move, on all instances.
 */
public record Cursor(Instant lastUpdated, String storyId) implements Comparable<Cursor> {
  private static final Comparator<Cursor> LATEST_FIRST =
      Comparator.comparing(Cursor::lastUpdated).reversed().thenComparing(Cursor::storyId);

  /** Returns the position of a story. */
  public static Cursor of(StoryListItem story) {
    return new Cursor(story.lastUpdated(), story.storyId());
  }

  /** Encodes the cursor for a URL. */
  public String encode() {
    String plain = lastUpdated + " " + storyId;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Decodes the result of {@link #encode}.
   *
   * @throws IllegalArgumentException if {@code encoded} is not a cursor
   */
  public static Cursor decode(String encoded) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
      int space = plain.indexOf(' ');
      return new Cursor(Instant.parse(plain.substring(0, space)), plain.substring(space + 1));
    } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException(
          "The cursor is invalid; omit it to start with the first page.", e);
    }
  }

  @Override
  public int compareTo(Cursor other) {
    return LATEST_FIRST.compare(this, other);
  }
}
