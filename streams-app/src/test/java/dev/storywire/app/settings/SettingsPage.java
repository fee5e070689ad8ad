package dev.storywire.app.settings;

import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;

/** Generates {@code docs/settings.md} from the declaration of the settings. */
final class SettingsPage {
  private static final String HEAD =
      """
      # Settings

      <!-- Generated from SettingsDefinition. To update it, see "Settings" in development.md. -->

      A value comes from, in this order:

      1. the command line: `--set key=value`, or an option such as `--port`;
      2. the environment: `STORYWIRE_` and the key in upper case with `_` for `.`, so that
         `close.after.hours` is `STORYWIRE_CLOSE_AFTER_HOURS`;
      3. the settings file, in properties format: `--config FILE`;
      4. the default.

      At start, the service logs each setting with its value and its origin; secrets are hidden. It
      refuses to start on an unknown key or an invalid value, and names the key and what is valid. A
      variable of the environment that looks like a misspelt key is ignored, with a warning.

      Keys that begin with `kafka.` are passed to all Kafka clients, without that prefix. They are read
      from the settings file only. Example: `kafka.security.protocol=SASL_SSL`.

      A value may refer to a secret that is kept elsewhere:

      | reference | reads |
      |---|---|
      | `${file:/etc/storywire/secrets.properties:token}` | the key `token` of a properties file |
      | `${dir:/run/secrets:token}` | the content of the file `/run/secrets/token` |
      | `${env:TOKEN}` | the environment variable `TOKEN` |
      """;

  private static final String TAIL =
      """

      (*) Changes which stories are made, or how lanes are spread over partitions. A replay records
      these settings and refuses to continue with others. To change one of them in a running
      deployment, [replay and promote](replay.md).
      """;

  private SettingsPage() {}

  static String generate(ConfigDef definition) {
    StringBuilder page = new StringBuilder(HEAD);
    for (String group : definition.groups()) {
      page.append("\n## ").append(group).append("\n\n");
      page.append("| key | default | valid values | description |\n|---|---|---|---|\n");
      definition.configKeys().values().stream()
          .filter(key -> key.group.equals(group))
          .forEach(key -> page.append(row(key)));
    }
    return page.append(TAIL).toString();
  }

  private static String row(ConfigKey key) {
    String mark = SettingsDefinition.DECIDING.contains(key.name) ? " (*)" : "";
    return "| `%s`%s | %s | %s | %s |%n"
        .formatted(
            key.name, mark, standard(key), InvalidSetting.validValues(key), key.documentation);
  }

  private static String standard(ConfigKey key) {
    Object value = key.defaultValue;
    boolean empty =
        key.type == ConfigDef.Type.PASSWORD || value.equals("") || value.equals(List.of());
    return empty ? "" : "`" + value + "`";
  }
}
