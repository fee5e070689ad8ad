package dev.storywire.replay;

import java.util.List;
import java.util.Map;

/**
 * The offsets at which consumers move from one topic prefix to another. The old topics before the
 * point and the new topics before the point have results for the same raw records.
 *
 * @param old the end in the old topics
 * @param promoted the start in the new topics
 */
public record PromotionPoint(Side old, Side promoted) {
  /**
   * One side of the point.
   *
   * @param prefix prefix of the topics
   * @param offsets offsets by topic (articles, stories, story-events), then by partition
   */
  public record Side(String prefix, Map<String, List<Long>> offsets) {}
}
