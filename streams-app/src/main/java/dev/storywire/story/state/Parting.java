package dev.storywire.story.state;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Articles of a story that an editor has parted from other articles. Each of the two stories has
 * the parting, with the lists exchanged. It is dropped when the last of its articles has left.
 *
 * @param edit id of the edit
 * @param own articles of this story
 * @param others the articles that must not be in one story with them
 */
public record Parting(String edit, List<String> own, List<String> others) {
  /** Copies the lists. */
  public Parting {
    own = own == null ? List.of() : List.copyOf(own);
    others = others == null ? List.of() : List.copyOf(others);
  }

  boolean isEmpty() {
    return own.isEmpty() || others.isEmpty();
  }

  /** Returns true if this is the counterpart of a parting of another story. */
  boolean isCounterpartOf(Parting other) {
    return edit.equals(other.edit) && others.stream().anyMatch(other.own::contains);
  }

  /** Returns the parting of those of its articles that are in {@code uris}. */
  Parting only(Set<String> uris) {
    return new Parting(edit, own.stream().filter(uris::contains).toList(), others);
  }

  /** Returns the parting of its other articles. */
  Parting without(Set<String> uris) {
    return new Parting(edit, own.stream().filter(uri -> !uris.contains(uri)).toList(), others);
  }

  /** Returns the parting after an editor has joined some of the other articles with its own. */
  Parting withoutOthers(Collection<String> uris) {
    return new Parting(edit, own, others.stream().filter(uri -> !uris.contains(uri)).toList());
  }
}
