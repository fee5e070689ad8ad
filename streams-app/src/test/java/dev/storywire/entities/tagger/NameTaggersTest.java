package dev.storywire.entities.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class NameTaggersTest {
  private static final int LIMIT_OF_ALL_MODELS = 30_000_000;

  @Test
  void readsAModelOnceAndOnlyIfItsLanguageIsUsed() {
    NameTagger tagger = NameTagger.load("nl");
    List<String> loaded = new ArrayList<>();
    NameTaggers taggers =
        new NameTaggers(
            language -> {
              loaded.add(language);
              return tagger;
            });
    assertThat(loaded).isEmpty();
    assertThat(taggers.get("nl")).containsSame(tagger);
    assertThat(taggers.get("fr")).isEmpty();
    assertThat(taggers.get("nl")).containsSame(tagger);
    assertThat(loaded).containsExactly("nl");
  }

  @Test
  void theShippedModelsAreSmall() throws IOException {
    int bytes = 0;
    for (String language : NameTagger.LANGUAGES) {
      String model = "names-" + language + ".model.gz";
      try (InputStream stream = NameTagger.class.getResourceAsStream(model)) {
        bytes += Objects.requireNonNull(stream).readAllBytes().length;
      }
    }
    assertThat(bytes).isBetween(1, LIMIT_OF_ALL_MODELS);
  }
}
