package dev.storywire.serve;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;

/**
 * A story's place in the list: latest first, then by id. Opaque to clients; it stays valid while
 * stories move, and on every instance.
 */
public record Cursor(Instant lastUpdated, String storyId) implements Comparable<Cursor> {
  private static final Comparator<Cursor> LATEST_FIRST =
      Comparator.comparing(Cursor::lastUpdated).reversed().thenComparing(Cursor::storyId);

  /** The place of a story. */
  static Cursor of(StoryLine story) {
    return new Cursor(story.lastUpdated(), story.storyId());
  }

  /** As it goes into a URL. */
  String encode() {
    String plain = lastUpdated + " " + storyId;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws Problem for anything else
   */
  static Cursor decode(String encoded) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
      int space = plain.indexOf(' ');
      return new Cursor(Instant.parse(plain.substring(0, space)), plain.substring(space + 1));
    } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
      throw Problem.badRequest(
          "cursor is not one that this service gave out; leave it away to start from the top.");
    }
  }

  @Override
  public int compareTo(Cursor other) {
    return LATEST_FIRST.compare(this, other);
  }
}
