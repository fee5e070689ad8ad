package dev.storywire.app.replay;

import dev.storywire.app.broker.Brokers;
import dev.storywire.app.service.StorywireService;
import dev.storywire.app.settings.Settings;
import dev.storywire.app.settings.SettingsOptions;
import dev.storywire.replay.Completion;
import dev.storywire.replay.Promotion;
import dev.storywire.replay.PromotionPoint;
import dev.storywire.replay.ReplayLog;
import dev.storywire.replay.ReplayName;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/** A finished replay that runs as a service, first behind the live one and then in its place. */
final class PromoteRun implements AutoCloseable {
  private static final long ROUND_MILLIS = 50;

  private final Settings own;
  private final Admin admin;
  private final Promotion promotion;
  private final StorywireService service;

  PromoteRun(SettingsOptions options, ReplayName name) {
    Settings live = options.read(Map.of());
    this.admin = Brokers.connect(live.client());
    // what the replay was begun with is what it goes on with
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

  /** Where the page is. */
  int port() {
    return service.port();
  }

  /** Lets {@link #lead} return, and {@link #promote} fail. */
  void stop() {
    service.stop();
  }

  /** Follows the live service until that has stopped; returns the point. */
  PromotionPoint promote() throws InterruptedException {
    if (promotion.point().isPresent()) {
      return promotion.point().get();
    }
    boolean stopped = false;
    while (!stopped) {
      service.check();
      stopped = promotion.isLiveStopped();
      promotion.follow(stopped);
      TimeUnit.MILLISECONDS.sleep(ROUND_MILLIS);
    }
    try (Completion completion =
        new Completion(admin, own.client(), own.applicationId(), own.text(Settings.PREFIX))) {
      while (!completion.isComplete()) {
        service.check();
        TimeUnit.MILLISECONDS.sleep(ROUND_MILLIS);
      }
    }
    return promotion.take();
  }

  /** Takes all that comes, until it is stopped. */
  void lead() throws InterruptedException {
    while (service.isRunning()) {
      promotion.lead();
      TimeUnit.MILLISECONDS.sleep(ROUND_MILLIS);
    }
  }

  @Override
  public void close() {
    service.close();
    promotion.close();
    admin.close();
  }
}
