package dev.storywire.app.settings;

import dev.storywire.app.process.OperatorError;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigTransformer;
import org.apache.kafka.common.config.provider.ConfigProvider;
import org.apache.kafka.common.config.provider.DirectoryConfigProvider;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;
import org.apache.kafka.common.config.provider.FileConfigProvider;

/**
 * Replaces references to secrets by their values, so that no secret has to be in a settings file or
 * on a command line. The syntax is that of Kafka's configuration providers: {@code
 * ${file:/etc/storywire/secrets.properties:token}}, {@code ${dir:/run/secrets:token}} or {@code
 * ${env:TOKEN}}.
 */
public final class SecretReferences {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{(file|dir|env):[^}]*}");
  private static final ConfigTransformer TRANSFORMER =
      new ConfigTransformer(
          Map.of(
              "file",
              configured(new FileConfigProvider()),
              "dir",
              configured(new DirectoryConfigProvider()),
              "env",
              configured(new EnvVarConfigProvider())));

  private SecretReferences() {}

  /**
   * Returns the settings with all references replaced.
   *
   * @throws OperatorError if a reference has no value; names the setting and the reference
   */
  public static Map<String, String> resolve(Map<String, String> settings) {
    Map<String, String> resolved = new TreeMap<>();
    settings.forEach((key, value) -> resolved.put(key, resolve(key, value)));
    return resolved;
  }

  private static String resolve(String key, String value) {
    if (!REFERENCE.matcher(value).find()) {
      return value;
    }
    String resolved;
    try {
      resolved = TRANSFORMER.transform(Map.of(key, value)).data().getOrDefault(key, value);
    } catch (ConfigException e) {
      throw OperatorError.usage("%s: cannot read %s: %s".formatted(key, value, e.getMessage()), e);
    }
    // the transformer leaves a reference as it is if the file or the environment lacks the key
    if (resolved.equals(value)) {
      throw OperatorError.usage("%s: there is no value for %s".formatted(key, value), null);
    }
    return resolved;
  }

  private static ConfigProvider configured(ConfigProvider provider) {
    provider.configure(Map.of());
    return provider;
  }
}
