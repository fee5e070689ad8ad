package dev.storywire.entities;

import dev.storywire.schemas.Entity;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * The types of the spellings of several words in one article. A tagger may classify the same words
 * as a person in one sentence and as an organisation in the next.
 */
final class SpellingTypes {
  private final Map<String, Map<Entity.Type, Integer>> counts = new HashMap<>();

  void add(Occurrence occurrence) {
    if (occurrence.form().words().size() > 1) {
      counts
          .computeIfAbsent(occurrence.form().shown(), k -> new EnumMap<>(Entity.Type.class))
          .merge(occurrence.type(), 1, Integer::sum);
    }
  }

  /**
   * Returns the occurrence with the most frequent type of its spelling. If several types are
   * equally frequent, uses the first in the order of {@link Entity.Type}.
   */
  Occurrence unify(Occurrence occurrence) {
    Map<Entity.Type, Integer> types = counts.get(occurrence.form().shown());
    if (types == null || types.size() == 1) {
      return occurrence;
    }
    Entity.Type most =
        types.entrySet().stream()
            .reduce((a, b) -> b.getValue() > a.getValue() ? b : a)
            .orElseThrow()
            .getKey();
    return most == occurrence.type() ? occurrence : occurrence.as(most);
  }
}
