package dev.storywire.story;

import org.jspecify.annotations.Nullable;

/**
 * What an item says of another one, as desks do it by kill and hold notes.
 *
 * @param act what is to be done
 * @param uri the item named, where it is named by uri
 * @param slugline the item named, where it is named by its slug
 */
public record Advisory(Act act, @Nullable String uri, @Nullable String slugline) {

  /** What an advisory asks for. */
  public enum Act {
    /** The item must not be used and must be removed. */
    KILL,
    /** The item is not to be used for now. */
    HOLD,
    /** A hold is lifted. */
    RELEASE
  }
}
