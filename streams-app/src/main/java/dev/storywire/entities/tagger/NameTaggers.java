package dev.storywire.entities.tagger;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The shipped taggers, which are loaded lazily and shared by all threads. */
public final class NameTaggers {
  private static final Map<String, NameTagger> LOADED = new ConcurrentHashMap<>();

  private NameTaggers() {}

  /** Returns the tagger of a language; empty if there is no model for it. */
  public static Optional<NameTagger> find(String language) {
    return NameTagger.LANGUAGES.contains(language)
        ? Optional.of(LOADED.computeIfAbsent(language, NameTagger::load))
        : Optional.empty();
  }
}
