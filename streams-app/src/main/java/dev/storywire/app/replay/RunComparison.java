package dev.storywire.app.replay;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.storywire.app.process.Exit;
import dev.storywire.app.settings.Settings;
import dev.storywire.replay.ReplayLog;
import dev.storywire.replay.compare.Differences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;

/**
 * The comparison of two runs by their topics.
 *
 * @param before prefix of the first run
 * @param after prefix of the second run
 * @param settings settings that differ: the values before and after
 */
record RunComparison(
    String before,
    String after,
    Map<String, List<String>> settings,
    @JsonUnwrapped Differences found) {
  private static final String UNKNOWN = "?";

  static RunComparison of(Admin admin, Map<String, String> client, String before, String after) {
    return new RunComparison(
        before,
        after,
        settings(origin(admin, client, before), origin(admin, client, after)),
        Differences.between(
            RunResultsReader.read(client, before), RunResultsReader.read(client, after)));
  }

  /** Returns the heading of a report. */
  List<String> head() {
    List<String> head = new ArrayList<>();
    head.add("%s (before) and %s (after)".formatted(before, after));
    settings.forEach(
        (key, values) -> {
          String was = values.get(0);
          head.add(
              was.equals(UNKNOWN)
                  ? "  %s = %s after".formatted(key, values.get(1))
                  : "  %s was %s, is %s".formatted(key, was, values.get(1)));
        });
    return head;
  }

  int exit() {
    return found.differences().isEmpty() ? Exit.OK : Exit.DIFFERENT;
  }

  /**
   * Returns the settings that differ. Those of a live service are unknown; then, the settings that
   * differ from the defaults are returned.
   */
  private static Map<String, List<String>> settings(
      SortedMap<String, String> before, SortedMap<String, String> after) {
    SortedMap<String, String> defaults = Settings.of(Map.of(), Map.of(), Map.of()).deciding();
    Map<String, List<String>> different = new TreeMap<>();
    for (String key : new TreeSet<>(defaults.keySet())) {
      String was = before.getOrDefault(key, UNKNOWN);
      String is = after.getOrDefault(key, UNKNOWN);
      boolean bothKnown = !was.equals(UNKNOWN) && !is.equals(UNKNOWN);
      String known = was.equals(UNKNOWN) ? is : was;
      boolean differs =
          bothKnown ? !was.equals(is) : !known.equals(UNKNOWN) && !known.equals(defaults.get(key));
      if (differs) {
        different.put(key, List.of(was, is));
      }
    }
    return different;
  }

  private static SortedMap<String, String> origin(
      Admin admin, Map<String, String> client, String prefix) {
    return new ReplayLog(admin, client, prefix)
        .origin()
        .map(ReplayLog.Origin::settings)
        .orElseGet(TreeMap::new);
  }
}
