package dev.storywire.serve.api;

import dev.storywire.story.prepare.Preparation;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** States that names are not found in a language, since there is no model for it. */
final class NoNames {
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private NoNames() {}

  /** Returns the sentence for a language; null if there is a model for it. */
  static @Nullable String in(@Nullable String language) {
    if (language == null || Preparation.findsNames(language)) {
      return null;
    }
    return "Names are not found in this language (%s): there is no model for it."
        .formatted(language);
  }

  /** Returns the sentence for a lane; null if it does not begin with a language. */
  static @Nullable String inLane(String lane) {
    String first = lane.split("\\.", 2)[0];
    return LANGUAGES.contains(first) ? in(first) : null;
  }
}
