package dev.storywire.schemas;

import java.time.Instant;
import java.util.List;

/**
 * A story of another lane that probably reports the same event, with the reason. It is identified
 * by one of its articles: the verdict on that article has the storyId. If that verdict is not
 * usable, the related story no longer exists.
 *
 * @param lane the other lane
 * @param article uri of an article in that lane
 * @param member uri of the member of this story that was compared with it
 * @param entities ids of the names that both articles have
 * @param numbers the numbers that both articles have
 * @param at event time at which the later of both articles was decided
 */
public record RelatedStory(
    String lane,
    String article,
    String member,
    List<String> entities,
    List<String> numbers,
    Instant at) {

  /** Maximum number of related stories in a snapshot: one of each lane. */
  public static final int MAX = 8;

  /** Replaces absent lists by empty ones. */
  public RelatedStory {
    entities = entities == null ? List.of() : List.copyOf(entities);
    numbers = numbers == null ? List.of() : List.copyOf(numbers);
  }

  /** Returns the number of names and numbers that both articles have. */
  public int evidence() {
    return entities.size() + numbers.size();
  }
}
