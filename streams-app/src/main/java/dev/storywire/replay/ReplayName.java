package dev.storywire.replay;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The name of a replay, from which other names are derived: the topics {@code replay-NAME.*}, the
 * application id {@code replay-NAME}, and the directory {@code replay-NAME}.
 *
 * @param name up to 40 lower-case letters, digits and hyphens, which begins and ends with a letter
 *     or digit
 */
public record ReplayName(String name) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");
  private static final String BEGINNING = "replay-";

  /** Checks the name. Throws a ReplayException if it is invalid. */
  public ReplayName {
    if (!NAME.matcher(name).matches()) {
      throw new ReplayException(
          "'"
              + name
              + "' is not a valid name of a replay: use lower-case letters, digits and hyphens, as in close-24h");
    }
  }

  /** Returns the prefix of its topics. */
  public String prefix() {
    return applicationId() + ".";
  }

  /**
   * Returns its application id: the consumer group, and the prefix of changelogs and transactional
   * ids.
   */
  public String applicationId() {
    return BEGINNING + name;
  }

  /** Returns the directory of its stores. */
  public Path directory(Path data) {
    return data.resolve(applicationId());
  }

  /**
   * Returns a topic prefix unchanged (it ends in a dot), or the prefix of the replay with this
   * name.
   */
  public static String prefixOf(String nameOrPrefix) {
    return nameOrPrefix.endsWith(".") ? nameOrPrefix : new ReplayName(nameOrPrefix).prefix();
  }
}
