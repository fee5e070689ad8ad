package dev.storywire.replay;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What a replay is called, and so what everything of it is called: topics {@code replay-NAME.*},
 * application id {@code replay-NAME}, data in the directory {@code replay-NAME}.
 *
 * @param name small letters, digits and hyphens, up to 40, a letter or digit at either end
 */
public record ReplayName(String name) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");
  private static final String BEGINNING = "replay-";

  /** Checks the name; ReplayException says what would be right. */
  public ReplayName {
    if (!NAME.matcher(name).matches()) {
      throw new ReplayException(
          "'"
              + name
              + "' is no name for a replay: small letters, digits and hyphens, such as close-24h");
    }
  }

  /** What its topics' names begin with. */
  public String prefix() {
    return applicationId() + ".";
  }

  /** Its consumer group; its changelogs and transactions begin with it. */
  public String applicationId() {
    return BEGINNING + name;
  }

  /** Where its stores are. */
  public Path directory(Path data) {
    return data.resolve(applicationId());
  }

  /** A prefix as it stands (it ends in a dot), or that of the replay of this name. */
  public static String prefixOf(String nameOrPrefix) {
    return nameOrPrefix.endsWith(".") ? nameOrPrefix : new ReplayName(nameOrPrefix).prefix();
  }
}
