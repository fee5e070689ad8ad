package dev.storywire.entities;

import dev.storywire.text.TextFile;
import java.util.HashMap;
import java.util.Map;

/** Names with other spellings that no rule covers, such as U.S. and United States. */
final class Aliases {
  private static final String RESOURCE = "aliases.txt";
  private static final Map<String, String> NAMES = read();

  private Aliases() {}

  /** Returns the key of the name of which {@code key} is an alias, else {@code key}. */
  static String resolve(String key) {
    return NAMES.getOrDefault(key, key);
  }

  private static Map<String, String> read() {
    Map<String, String> names = new HashMap<>();
    TextFile.shipped(Aliases.class, RESOURCE).stream()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> add(line, names));
    return names;
  }

  private static void add(String line, Map<String, String> names) {
    String[] sides = line.split(" = ", 2);
    for (String other : sides[1].split(", ")) {
      names.put(key(other), key(sides[0]));
    }
  }

  private static String key(String name) {
    return String.join(" ", SpellingVariants.words(name));
  }
}
