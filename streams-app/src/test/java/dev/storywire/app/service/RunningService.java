package dev.storywire.app.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.app.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Starts a service in this process, with its page on a free port. */
public final class RunningService {
  private RunningService() {}

  public static StorywireService service(String brokers, String prefix, Path data)
      throws InterruptedException {
    StorywireService service =
        StorywireService.start(
            Settings.of(
                Map.of(
                    Settings.BOOTSTRAP_SERVERS,
                    brokers,
                    Settings.PREFIX,
                    prefix,
                    Settings.DATA_DIR,
                    data.toString(),
                    Settings.HTTP_PORT,
                    "0"),
                Map.of(),
                Map.of()));
    assertThat(service.awaitRunning(Duration.ofMinutes(1))).isTrue();
    return service;
  }
}
