package dev.storywire.replay;

import dev.storywire.replay.ReplayLog.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks that a replay is resumed with the origin it was started with. */
final class OriginCheck {
  private OriginCheck() {}

  /**
   * Compares the two origins.
   *
   * @throws ReplayException that lists the differences
   */
  static void check(ReplayName name, Origin known, Origin wanted) {
    List<String> different = new ArrayList<>();
    compare("source", known.source(), wanted.source(), different);
    compare("--from", known.from(), wanted.from(), different);
    compare("--to", known.to(), wanted.to(), different);
    TreeSet<String> keys = new TreeSet<>(known.settings().keySet());
    keys.addAll(wanted.settings().keySet());
    for (String key : keys) {
      compare(key, known.settings().get(key), wanted.settings().get(key), different);
    }
    if (!different.isEmpty()) {
      throw new ReplayException(
          "the replay %s was started with other settings (%s): use another name, or remove it first (storywire reset --as %s)"
              .formatted(name.name(), String.join(", ", different), name.name()));
    }
  }

  private static void compare(
      String what, @Nullable Object known, @Nullable Object wanted, List<String> different) {
    if (!Objects.equals(known, wanted)) {
      different.add(
          "%s was %s, now %s"
              .formatted(
                  what,
                  Objects.requireNonNullElse(known, "not given"),
                  Objects.requireNonNullElse(wanted, "not given")));
    }
  }
}
