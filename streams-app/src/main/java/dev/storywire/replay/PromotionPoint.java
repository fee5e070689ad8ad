package dev.storywire.replay;

import java.util.List;
import java.util.Map;

/**
 * Where consumers leave one prefix and enter another: everything before it in the old one's topics
 * is told by everything before it in the new one's, article for article.
 *
 * @param old where the old topics end for those who move: their offsets, by partition
 * @param promoted where they go on in the new ones
 */
public record PromotionPoint(Side old, Side promoted) {
  /**
   * One side of the point.
   *
   * @param prefix of the topics
   * @param offsets by topic (articles, stories, story-events), then by partition
   */
  public record Side(String prefix, Map<String, List<Long>> offsets) {}
}
