package dev.storywire.app.replay;

import dev.storywire.app.settings.Settings;
import dev.storywire.app.settings.SettingsOptions;
import dev.storywire.producer.IngestOptions;
import dev.storywire.replay.ReplayName;
import dev.storywire.replay.ReplaySpeed;
import dev.storywire.schemas.Topic;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The input and the settings of a replay.
 *
 * @param live settings of the service whose history is replayed
 * @param own settings of the replay
 * @param files files with the history; without inputs, the history is the live raw topic
 * @param from first event time
 * @param to end of the event times (exclusive)
 */
record ReplayPlan(
    ReplayName name,
    Settings live,
    Settings own,
    IngestOptions files,
    @Nullable Instant from,
    @Nullable Instant to,
    ReplaySpeed pace) {

  boolean isOfFiles() {
    return !files.inputs().isEmpty();
  }

  /** Returns the topic with the history, if it is not from files. */
  String rawTopic() {
    return Topic.RAW.name(live.text(Settings.PREFIX));
  }

  /** Returns the settings with the names of a replay, and with any free port for its page. */
  static Settings settings(
      SettingsOptions options, ReplayName name, Path data, Map<String, String> fixed) {
    Map<String, String> own = new TreeMap<>(fixed);
    own.put(Settings.PREFIX, name.prefix());
    own.put(Settings.APPLICATION_ID, name.applicationId());
    own.put(Settings.DATA_DIR, name.directory(data).toString());
    own.put(Settings.WEBHOOKS_FILE, ""); // replayed articles are not new
    if (!options.namesPort()) {
      own.put(Settings.HTTP_PORT, "0");
    }
    return options.read(own);
  }
}
