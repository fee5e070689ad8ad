package dev.storywire.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Checks {@code docs/settings.md}; writes it if the system property {@code docs.write} is set. */
class SettingsPageTest {
  private static final Path PAGE = Path.of("../docs/settings.md");

  @Test
  void documentsTheDeclaredSettings() throws IOException {
    String generated = SettingsPage.generate(SettingsDefinition.create());
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(PAGE, generated);
    }

    assertThat(Files.readString(PAGE))
        .as("docs/settings.md is stale; write it with -Ddocs.write=true")
        .isEqualTo(generated);
  }
}
