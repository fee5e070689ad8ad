package dev.storywire.app.replay;

import dev.storywire.app.settings.Settings;
import dev.storywire.app.settings.SettingsOptions;
import dev.storywire.producer.IngestOptions;
import dev.storywire.replay.Pace;
import dev.storywire.replay.ReplayName;
import dev.storywire.schemas.Topic;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is to be replayed, and how.
 *
 * @param live settings of the service whose history it is
 * @param own settings of the replay's service
 * @param files history from files; without inputs, that of the live raw topic
 * @param from first event time
 * @param to event time before which it ends
 */
record ReplayPlan(
    ReplayName name,
    Settings live,
    Settings own,
    IngestOptions files,
    @Nullable Instant from,
    @Nullable Instant to,
    Pace pace) {

  boolean isOfFiles() {
    return !files.inputs().isEmpty();
  }

  /** The topic whose history it is, unless it is of files. */
  String rawTopic() {
    return Topic.RAW.name(live.text(Settings.PREFIX));
  }

  /** The same settings under a replay's own names; its page is wherever there is a free port. */
  static Settings settings(
      SettingsOptions options, ReplayName name, Path data, Map<String, String> fixed) {
    Map<String, String> own = new TreeMap<>(fixed);
    own.put(Settings.PREFIX, name.prefix());
    own.put(Settings.APPLICATION_ID, name.applicationId());
    own.put(Settings.DATA_DIR, name.directory(data).toString());
    if (!options.namesPort()) {
      own.put(Settings.HTTP_PORT, "0");
    }
    return options.read(own);
  }
}
