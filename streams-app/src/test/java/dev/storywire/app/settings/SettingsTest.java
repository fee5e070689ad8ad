package dev.storywire.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storywire.app.process.OperatorError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  @TempDir private Path directory;

  @Test
  void prefersTheCommandLineToTheEnvironmentAndThatToTheFile() {
    Map<String, String> file = Map.of("threads", "3", "grace.ms", "70", "prefix", "file.");
    Map<String, String> environment =
        Map.of("STORYWIRE_THREADS", "4", "STORYWIRE_GRACE_MS", "80", "HOME", "/root");

    Settings settings = Settings.of(Map.of("threads", "5"), environment, file);

    assertThat(settings.number(Settings.THREADS)).isEqualTo(5);
    assertThat(settings.number(Settings.GRACE_MS)).isEqualTo(80);
    assertThat(settings.text(Settings.PREFIX)).isEqualTo("file.");
    assertThat(settings.applicationId()).isEqualTo("file");
    assertThat(settings.origins())
        .containsEntry("threads", "5 (command line)")
        .containsEntry("grace.ms", "80 (STORYWIRE_GRACE_MS)")
        .containsEntry("prefix", "file. (file)")
        .containsEntry("standbys", "1 (default)");
  }

  @Test
  void suggestsTheNearestKeyForAnUnknownOne() {
    assertThatThrownBy(() -> Settings.of(Map.of("close.after.hour", "4"), Map.of(), Map.of()))
        .isInstanceOf(OperatorError.class)
        .hasMessageContaining("'close.after.hour' (from the command line)")
        .hasMessageContaining("did you mean 'close.after.hours'?");
    assertThatThrownBy(() -> Settings.of(Map.of("foo", "4"), Map.of(), Map.of()))
        .hasMessageStartingWith(
            "unknown setting 'foo' (from the command line). The settings are: ");
  }

  @Test
  void noticesVariablesThatLookLikeMisspeltSettings() {
    Map<String, String> environment =
        Map.of(
            "STORYWIRE_CLOSE_AFTR_HOURS", "4",
            "STORYWIRE_THREADS", "2",
            "STORYWIRE_LOG_FORMAT", "json",
            "STORYWIRE_URL", "http://127.0.0.1:8080",
            "STORYWIRE_PORT", "tcp://10.0.0.7:8080",
            "STORYWIRE_SERVICE_HOST", "10.0.0.7",
            "HTTP_PROT", "8080");

    assertThat(Settings.misspelt(environment))
        .containsExactly(
            "STORYWIRE_CLOSE_AFTR_HOURS is not a setting; did you mean STORYWIRE_CLOSE_AFTER_HOURS?");
  }

  @ParameterizedTest
  @CsvSource({
    "threads, 0, 1 to 64",
    "threads, many, 1 to 64",
    "http.port, 99999, 0 to 65535",
    "link.lanes, maybe, 'true, false'"
  })
  void namesTheKeyTheValueItsOriginAndTheValidValues(String key, String value, String valid) {
    assertThatThrownBy(() -> Settings.of(Map.of(), Map.of(), Map.of(key, value)))
        .isInstanceOf(OperatorError.class)
        .hasMessage(
            "invalid setting %s=%s (from the file); valid: %s".formatted(key, value, valid));
  }

  @Test
  void readsSecretsFromFilesAndHidesThem() throws IOException {
    Path secrets = Files.writeString(directory.resolve("secrets.properties"), "token=s3cr3t\n");
    Files.writeString(directory.resolve("jaas"), "password=pw");

    Settings settings =
        Settings.of(
            Map.of("http.token", "${file:" + secrets + ":token}"),
            Map.of(),
            Map.of("kafka.sasl.jaas.config", "${dir:" + directory + ":jaas}"));

    assertThat(settings.http().tokens().items()).contains("s3cr3t");
    assertThat(settings.client()).containsEntry("sasl.jaas.config", "password=pw");
    assertThat(settings.origins()).containsEntry("http.read.token", "(not set)");
    assertThat(settings.origins().toString()).doesNotContain("s3cr3t", "pw");
  }

  @Test
  void refusesAReferenceWithoutAValue() throws IOException {
    Path secrets = Files.writeString(directory.resolve("secrets.properties"), "other=1\n");
    String missingKey = "${file:" + secrets + ":token}";
    String missingFile = "${file:" + directory.resolve("none") + ":token}";

    for (String reference : new String[] {missingKey, missingFile, "${env:STORYWIRE_NO_SUCH}"}) {
      assertThatThrownBy(() -> Settings.of(Map.of("http.token", reference), Map.of(), Map.of()))
          .isInstanceOf(OperatorError.class)
          .hasMessageContaining("http.token")
          .hasMessageContaining(reference);
    }
  }
}
