package dev.storywire.serve.query;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;

/**
 * The position of an entity in the list, which is ordered by number of open stories, then of all
 * stories, then by id. Opaque to clients. An entity whose numbers change while the list is read may
 * be skipped or occur twice.
 */
public record EntityCursor(int openCount, int storyCount, String id)
    implements Comparable<EntityCursor> {
  private static final Comparator<EntityCursor> MOST_STORIES_FIRST =
      Comparator.comparingInt(EntityCursor::openCount)
          .thenComparingInt(EntityCursor::storyCount)
          .reversed()
          .thenComparing(EntityCursor::id);

  /** Returns the position of an entity. */
  public static EntityCursor of(EntityListItem entity) {
    return new EntityCursor(entity.openCount(), entity.storyCount(), entity.id());
  }

  /** Encodes the cursor for a URL. */
  public String encode() {
    String plain = openCount + " " + storyCount + " " + id;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Decodes the result of {@link #encode}.
   *
   * @throws IllegalArgumentException if {@code encoded} is not a cursor
   */
  public static EntityCursor decode(String encoded) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
      String[] parts = plain.split(" ", 3);
      return new EntityCursor(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), parts[2]);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException(
          "The cursor is invalid; omit it to start with the first page.", e);
    }
  }

  @Override
  public int compareTo(EntityCursor other) {
    return MOST_STORIES_FIRST.compare(this, other);
  }
}
