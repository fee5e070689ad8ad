package dev.storywire.story.cluster;

import java.util.List;

/** A correction of earlier decisions, which were based on less evidence. */
public sealed interface Repair {
  /** A merge of two stories: {@code into} remains, with the articles of {@code from}. */
  record Merge(String from, String into, double score) implements Repair {}

  /** A split of a story: the articles {@code uris} move to a new story. */
  record Split(String storyId, List<String> uris, double score) implements Repair {
    /** Copies the list. */
    public Split {
      uris = List.copyOf(uris);
    }
  }
}
