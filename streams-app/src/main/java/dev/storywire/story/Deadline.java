package dev.storywire.story;

/**
 * A date to look at something again.
 *
 * @param at event time, epoch ms
 * @param id of the article (uri), the slug or the story
 */
public record Deadline(long at, Kind kind, String id) {
  /** What may have become due. */
  public enum Kind {
    EXPIRE_ARTICLE('f'),
    EXPIRE_SLUG('s'),
    CLOSE_STORY('c'),
    RETIRE_STORY('r');

    private final char code;

    Kind(char code) {
      this.code = code;
    }

    /** How a store writes it. */
    public byte code() {
      return (byte) code;
    }

    /** The kind of a {@link #code}. */
    public static Kind of(byte code) {
      return switch (code) {
        case 'f' -> EXPIRE_ARTICLE;
        case 's' -> EXPIRE_SLUG;
        case 'c' -> CLOSE_STORY;
        case 'r' -> RETIRE_STORY;
        default -> throw new IllegalArgumentException("No kind of deadline has code " + code);
      };
    }
  }
}
