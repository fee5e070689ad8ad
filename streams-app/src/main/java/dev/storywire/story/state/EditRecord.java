package dev.storywire.story.state;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An edit that was applied, with the data that are needed to undo it.
 *
 * @param at lane clock, epoch ms
 * @param moved the articles that it moved; empty for a headline and for an undo
 * @param pinnedIn the story that it gave a headline; null for other edits
 * @param undoneBy id of the edit that undid it; null if it is in force
 */
public record EditRecord(
    String id, long at, List<Moved> moved, @Nullable String pinnedIn, @Nullable String undoneBy) {

  /** Makes an absent list empty, since an empty list is not encoded. */
  public EditRecord {
    moved = moved == null ? List.of() : List.copyOf(moved);
  }

  /** An article and the story that it was in before. */
  public record Moved(String uri, String from) {}

  /** Returns the record after an undo. */
  public EditRecord undone(String by) {
    return new EditRecord(id, at, moved, pinnedIn, by);
  }
}
