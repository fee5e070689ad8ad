package dev.storywire.app.replay;

import dev.storywire.app.broker.Brokers;
import dev.storywire.app.service.StorywireService;
import dev.storywire.app.settings.Settings;
import dev.storywire.app.settings.SettingsOptions;
import dev.storywire.replay.CompletionCheck;
import dev.storywire.replay.Promotion;
import dev.storywire.replay.PromotionPoint;
import dev.storywire.replay.ReplayLog;
import dev.storywire.replay.ReplayName;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/**
 * Runs a finished replay as a service, which first follows the live service and then replaces it.
 */
final class PromoteRun implements AutoCloseable {
  private static final long POLL_MILLIS = 50;

  private final Settings own;
  private final Admin admin;
  private final Promotion promotion;
  private final StorywireService service;

  PromoteRun(SettingsOptions options, ReplayName name) {
    Settings live = options.read(Map.of());
    this.admin = Brokers.connect(live.client());
    // the settings of the replay do not change
    Map<String, String> fixed = new TreeMap<>();
    new ReplayLog(admin, live.client(), name.prefix())
        .origin()
        .ifPresent(origin -> fixed.putAll(origin.settings()));
    this.own = ReplayPlan.settings(options, name, live.dataDir(), fixed);
    this.promotion =
        new Promotion(
            admin,
            live.client(),
            new Promotion.Service(live.text(Settings.PREFIX), live.applicationId()),
            name,
            own.dataDir());
    this.service = StorywireService.start(own);
  }

  /** Returns the port of the page. */
  int port() {
    return service.port();
  }

  /** Stops the run: {@link #lead} returns, and {@link #promote} fails. */
  void stop() {
    service.stop();
  }

  /** Follows the live service until it has stopped. Returns the point. */
  PromotionPoint promote() throws InterruptedException {
    if (promotion.point().isPresent()) {
      return promotion.point().get();
    }
    boolean stopped = false;
    while (!stopped) {
      service.check();
      stopped = promotion.isLiveStopped();
      promotion.follow(stopped);
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    try (CompletionCheck completion =
        new CompletionCheck(admin, own.client(), own.applicationId(), own.text(Settings.PREFIX))) {
      while (!completion.isComplete()) {
        service.check();
        TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      }
    }
    return promotion.storePoint();
  }

  /** Copies all new records until it is stopped. */
  void lead() throws InterruptedException {
    while (service.isRunning()) {
      promotion.lead();
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  @Override
  public void close() {
    service.close();
    promotion.close();
    admin.close();
  }
}
