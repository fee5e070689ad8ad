package dev.storywire.serve.diff;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Words in succession that two versions have in common, or that only one of them has. */
public record Passage(Kind kind, String text) {
  /** The versions that have a passage. */
  @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
  public enum Kind {
    /** Both versions. */
    SAME,
    /** Only the earlier version. */
    REMOVED,
    /** Only the later version. */
    ADDED
  }
}
