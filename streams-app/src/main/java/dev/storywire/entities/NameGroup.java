package dev.storywire.entities;

import dev.storywire.schemas.Entity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the mentions of one name in one article. */
final class NameGroup {
  private final Map<String, Integer> fullForms = new LinkedHashMap<>();
  private final Set<String> forms = new LinkedHashSet<>();
  private final Map<Entity.Type, Integer> types = new EnumMap<>(Entity.Type.class);
  private final List<Integer> starts = new ArrayList<>();

  /**
   * @param full true if the form may be shown and its type is reliable; false for the surname of a
   *     person whose full name is known
   */
  void add(NameForm form, Entity.Type type, int start, boolean full) {
    forms.add(form.shown());
    starts.add(start);
    if (full) {
      fullForms.merge(form.shown(), 1, Integer::sum);
      types.merge(type, 1, Integer::sum);
    }
  }

  ArticleName name() {
    return new ArticleName(
        mostUsed(fullForms), mostUsed(types), List.copyOf(forms), List.copyOf(starts));
  }

  /**
   * Returns the most frequent value; with equal numbers, the first. A group always has a full form.
   */
  private static <T> T mostUsed(Map<T, Integer> counts) {
    return counts.entrySet().stream()
        .reduce((a, b) -> b.getValue() > a.getValue() ? b : a)
        .orElseThrow()
        .getKey();
  }
}
