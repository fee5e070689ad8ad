package dev.storywire.entities;

import dev.storywire.schemas.Entity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The mentions of one name in one article, as they are collected. */
final class NameGroup {
  private final Map<String, Integer> fullForms = new LinkedHashMap<>();
  private final Set<String> forms = new LinkedHashSet<>();
  private final Map<Entity.Type, Integer> types = new EnumMap<>(Entity.Type.class);
  private final List<Integer> starts = new ArrayList<>();

  /**
   * @param full whether the form is one to show and its type one to trust: not the surname of a
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

  /** The most used; of equals the first. A group always has a full form. */
  private static <T> T mostUsed(Map<T, Integer> counts) {
    return counts.entrySet().stream()
        .reduce((a, b) -> b.getValue() > a.getValue() ? b : a)
        .orElseThrow()
        .getKey();
  }
}
