package dev.storywire.entities;

import dev.storywire.schemas.Entity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Removes the genitive of German and Dutch names: Merkels, Deutschlands, Jans. A final s is a
 * genitive only if the article also has the name without it, or if the name without it is a listed
 * place.
 */
final class Genitives {
  private static final Set<String> LANGUAGES = Set.of("de", "nl");

  private final Set<String> lastWords = new HashSet<>();

  /**
   * @param names the names of an article
   */
  Genitives(List<String> names, String language) {
    if (LANGUAGES.contains(language)) {
      names.forEach(name -> lastWords.add(lastWord(name)));
    }
  }

  /** Returns the name without its genitive. */
  String strip(String name, Entity.Type type) {
    if (lastWords.isEmpty() || !name.endsWith("s")) {
      return name;
    }
    String base = name.substring(0, name.length() - 1);
    boolean genitive = lastWords.contains(lastWord(base)) || Exonyms.english(base, type) != null;
    return genitive ? base : name;
  }

  private static String lastWord(String name) {
    return name.substring(name.lastIndexOf(' ') + 1);
  }
}
