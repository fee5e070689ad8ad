package dev.storywire.app.settings;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.ConfigException;

/** Describes an invalid value of a setting, and the values that are valid. */
final class InvalidSetting {
  /** The messages of Kafka's parser. */
  private static final Pattern MESSAGE =
      Pattern.compile("Invalid value (.*) for configuration ([a-z.]+)(: .*)?", Pattern.DOTALL);

  private InvalidSetting() {}

  /**
   * Returns a sentence with the setting, its value and origin, and the valid values.
   *
   * @param origins the origin of each setting that has one
   */
  static String describe(ConfigException e, ConfigDef definition, Map<String, String> origins) {
    String message = String.valueOf(e.getMessage());
    Matcher invalid = MESSAGE.matcher(message);
    ConfigKey key = invalid.matches() ? definition.configKeys().get(invalid.group(2)) : null;
    return key == null
        ? "invalid setting: " + message
        : "invalid setting %s=%s (from the %s); valid: %s"
            .formatted(
                key.name,
                invalid.group(1),
                origins.getOrDefault(key.name, "default"),
                validValues(key));
  }

  /** Returns a few words on the valid values of a setting. */
  static String validValues(ConfigKey key) {
    if (key.validator instanceof ConfigDef.Range) {
      // "[1,...,64]"
      return key.validator.toString().replaceAll("[\\[\\]]", "").replace(",...,", " to ");
    }
    return switch (key.type) {
      case BOOLEAN -> "true, false";
      case LIST -> "a list, separated by commas";
      case PASSWORD -> "a secret";
      default -> key.validator == null ? "text" : key.validator.toString();
    };
  }
}
