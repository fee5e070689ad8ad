package dev.storywire.entities.tagger;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The shipped taggers, which are loaded lazily and shared by all threads. */
public final class NameTaggers {
  private static final NameTaggers SHIPPED = new NameTaggers(NameTagger::load);

  private final Map<String, NameTagger> loaded = new ConcurrentHashMap<>();
  private final Function<String, NameTagger> load;

  NameTaggers(Function<String, NameTagger> load) {
    this.load = load;
  }

  /** Returns the tagger of a language; empty if there is no model for it. */
  public static Optional<NameTagger> find(String language) {
    return SHIPPED.get(language);
  }

  Optional<NameTagger> get(String language) {
    return NameTagger.LANGUAGES.contains(language)
        ? Optional.of(loaded.computeIfAbsent(language, load))
        : Optional.empty();
  }
}
