package dev.storywire.app.settings;

import java.util.List;

/** The rows of a table of settings: key, default and description. */
public final class SettingsRows {
  private SettingsRows() {}

  /** Returns a row for each setting. */
  public static List<String> declared() {
    return SettingsDefinition.create().configKeys().values().stream()
        .map(key -> "| `%s` | `%s` | %s |".formatted(key.name, key.defaultValue, key.documentation))
        .toList();
  }
}
