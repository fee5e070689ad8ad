package dev.storywire.entities.tagger;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The shipped taggers, each read with the first text of its language and shared by all threads. */
public final class NameTaggers {
  private static final Map<String, NameTagger> LOADED = new ConcurrentHashMap<>();

  private NameTaggers() {}

  /** Returns the tagger of a language, or nothing if no model is shipped for it. */
  public static Optional<NameTagger> find(String language) {
    return NameTagger.LANGUAGES.contains(language)
        ? Optional.of(LOADED.computeIfAbsent(language, NameTagger::load))
        : Optional.empty();
  }
}
