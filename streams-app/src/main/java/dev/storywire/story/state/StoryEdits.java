package dev.storywire.story.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The lasting effects of edits on a story. They restrict automatic repairs and joins. Bounded: the
 * oldest effects are dropped.
 *
 * @param joinedBy ids of the edits that brought articles into the story; while there is one, the
 *     story is not split automatically
 * @param partings the articles that must not come together again
 */
public record StoryEdits(List<String> joinedBy, List<Parting> partings) {
  /** The effects on a story that no editor has changed. */
  public static final StoryEdits NONE = new StoryEdits(List.of(), List.of());

  /** Maximum number of articles of each side of a parting: those of an edit, and their copies. */
  public static final int MAX_LISTED = 100;

  private static final int MAX_KEPT = 8;

  /** Makes absent lists empty, since empty lists are not encoded. */
  public StoryEdits {
    joinedBy = joinedBy == null ? List.of() : List.copyOf(joinedBy);
    partings = partings == null ? List.of() : List.copyOf(partings);
  }

  /** Returns true if an editor has brought articles into the story. */
  public boolean isAssembledByEditor() {
    return !joinedBy.isEmpty();
  }

  /** Returns the edit that parted an article of the story from others; empty if none did. */
  public Optional<String> partedBy(String uri) {
    return partings.stream()
        .filter(parting -> parting.own().contains(uri))
        .map(Parting::edit)
        .findFirst();
  }

  /** Returns true if an editor has parted an article from articles of the story. */
  public boolean isPartedFrom(String uri) {
    return partings.stream().anyMatch(parting -> parting.others().contains(uri));
  }

  /** Returns true if an editor has parted articles of the two stories. */
  public boolean isPartedFrom(StoryEdits other) {
    return partings.stream().anyMatch(p -> other.partings.stream().anyMatch(p::isCounterpartOf));
  }

  /** Returns the effects with an edit that brought articles into the story. */
  public StoryEdits withJoinedBy(String edit) {
    return new StoryEdits(newest(Stream.concat(joinedBy.stream(), Stream.of(edit))), partings);
  }

  /** Returns the effects with one more parting. */
  public StoryEdits withParting(String edit, List<String> own, List<String> others) {
    return with(Stream.of(new Parting(edit, newest(own), newest(others))));
  }

  /** Returns the effects without an edit that was undone. */
  public StoryEdits withoutEdit(String edit) {
    return new StoryEdits(
        joinedBy.stream().filter(id -> !id.equals(edit)).toList(),
        partings.stream().filter(parting -> !parting.edit().equals(edit)).toList());
  }

  /** Returns the partings of articles that leave the story, which move with them. */
  public StoryEdits only(Set<String> uris) {
    return NONE.with(partings.stream().map(parting -> parting.only(uris)));
  }

  /** Returns the effects after some articles have left the story. */
  public StoryEdits without(Set<String> uris) {
    return partings.isEmpty()
        ? this
        : new StoryEdits(joinedBy, List.of()).with(partings.stream().map(p -> p.without(uris)));
  }

  /** Returns the effects after an editor has moved articles into the story. */
  public StoryEdits afterMovingIn(Set<String> uris) {
    return partings.isEmpty()
        ? this
        : new StoryEdits(joinedBy, List.of())
            .with(partings.stream().map(p -> p.withoutOthers(uris)));
  }

  /**
   * Returns the effects of the story into which both are merged, without partings between the two.
   */
  public StoryEdits mergedWith(StoryEdits other) {
    return new StoryEdits(
            newest(Stream.concat(joinedBy.stream(), other.joinedBy.stream())), List.of())
        .with(Stream.concat(withoutPartingsFrom(other), other.withoutPartingsFrom(this)));
  }

  private Stream<Parting> withoutPartingsFrom(StoryEdits other) {
    return partings.stream()
        .map(
            parting -> {
              Parting result = parting;
              for (Parting counterpart : other.partings) {
                result =
                    result.isCounterpartOf(counterpart)
                        ? result.withoutOthers(counterpart.own())
                        : result;
              }
              return result;
            });
  }

  private StoryEdits with(Stream<Parting> more) {
    List<Parting> all = new ArrayList<>(partings);
    more.filter(parting -> !parting.isEmpty() && !all.contains(parting)).forEach(all::add);
    return new StoryEdits(joinedBy, all.subList(Math.max(0, all.size() - MAX_KEPT), all.size()));
  }

  private static List<String> newest(Stream<String> edits) {
    List<String> all = edits.distinct().toList();
    return all.subList(Math.max(0, all.size() - MAX_KEPT), all.size());
  }

  private static List<String> newest(List<String> uris) {
    return uris.subList(Math.max(0, uris.size() - MAX_LISTED), uris.size());
  }
}
