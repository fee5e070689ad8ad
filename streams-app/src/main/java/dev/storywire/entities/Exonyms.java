package dev.storywire.entities;

import dev.storywire.schemas.Entity;
import dev.storywire.text.TextFile;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * English names of places and international bodies that have other names in other languages: Munich
 * for München. Through them, a name has the same id in the lanes of all languages.
 */
final class Exonyms {
  private static final Map<String, String> PLACES = read("exonyms-places.txt");
  private static final Map<String, String> BODIES = read("exonyms-bodies.txt");

  private Exonyms() {}

  /** Returns the English name, or null if none is listed. */
  static @Nullable String english(String name, Entity.Type type) {
    String key = key(name);
    return switch (type) {
      case LOC -> PLACES.getOrDefault(key, BODIES.get(key));
      case ORG -> BODIES.get(key);
      case PER, MISC -> null;
    };
  }

  private static Map<String, String> read(String resource) {
    Map<String, String> names = new HashMap<>();
    TextFile.shipped(Exonyms.class, resource).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(" = ", 2))
        .forEach(sides -> add(sides[0], sides[1], names));
    return names;
  }

  private static void add(String english, String others, Map<String, String> names) {
    for (String other : others.split(", ")) {
      names.put(key(other), english);
    }
  }

  private static String key(String name) {
    return String.join(" ", SpellingVariants.words(name));
  }
}
