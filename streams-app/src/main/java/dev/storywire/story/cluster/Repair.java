package dev.storywire.story.cluster;

import java.util.List;

/** A correction of earlier decisions that had less evidence. */
public sealed interface Repair {
  /** Two stories are one: {@code into} stays and takes the articles of {@code from}. */
  record Merge(String from, String into, double score) implements Repair {}

  /** One story is two: {@code uris} leave it for a new story. */
  record Split(String storyId, List<String> uris, double score) implements Repair {
    /** Copies the list. */
    public Split {
      uris = List.copyOf(uris);
    }
  }
}
