package dev.storywire.serve.query;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;

/**
 * The position of a story in the list: latest first, then by id. Opaque to clients; it stays valid
 * while stories move, and on every instance.
 */
public record Cursor(Instant lastUpdated, String storyId) implements Comparable<Cursor> {
  private static final Comparator<Cursor> LATEST_FIRST =
      Comparator.comparing(Cursor::lastUpdated).reversed().thenComparing(Cursor::storyId);

  /** Returns the position of a story. */
  public static Cursor of(StoryLine story) {
    return new Cursor(story.lastUpdated(), story.storyId());
  }

  /** Returns the form that goes into a URL. */
  public String encode() {
    String plain = lastUpdated + " " + storyId;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static Cursor decode(String encoded) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
      int space = plain.indexOf(' ');
      return new Cursor(Instant.parse(plain.substring(0, space)), plain.substring(space + 1));
    } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException(
          "cursor was not issued by this service; omit it to start from the top.", e);
    }
  }

  @Override
  public int compareTo(Cursor other) {
    return LATEST_FIRST.compare(this, other);
  }
}
