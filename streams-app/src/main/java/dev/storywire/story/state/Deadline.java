package dev.storywire.story.state;

/**
 * An event time at which a lane has to act.
 *
 * @param at event time, epoch ms
 * @param id of the article (uri), the slug, the edit or the story
 */
public record Deadline(long at, Kind kind, String id) {
  /** The kinds of deadline. */
  public enum Kind {
    EXPIRE_ARTICLE('f'),
    EXPIRE_SLUG('s'),
    EXPIRE_EDIT('e'),
    CLOSE_STORY('c'),
    RETIRE_STORY('r');

    private final char code;

    Kind(char code) {
      this.code = code;
    }

    /** Returns the code of this kind in store keys. */
    public byte code() {
      return (byte) code;
    }

    /** Returns the kind that has a {@link #code}. */
    public static Kind of(byte code) {
      return switch (code) {
        case 'f' -> EXPIRE_ARTICLE;
        case 's' -> EXPIRE_SLUG;
        case 'e' -> EXPIRE_EDIT;
        case 'c' -> CLOSE_STORY;
        case 'r' -> RETIRE_STORY;
        default -> throw new IllegalArgumentException("No kind of deadline has code " + code);
      };
    }
  }
}
