package dev.storywire.replay;

import dev.storywire.replay.ReplayLog.Origin;

/** Checks that a replay can take over from the live service. */
final class PromotionCheck {
  private PromotionCheck() {}

  /**
   * Checks the replay.
   *
   * @throws ReplayException that states the obstacle
   */
  static void check(ReplayLog log, ReplayName name, String raw) {
    Origin origin =
        log.origin().orElseThrow(() -> new ReplayException("there is no replay " + name.name()));
    if (!origin.source().equals(raw)) {
      throw new ReplayException(
          "the replay %s is based on %s, not on %s".formatted(name.name(), origin.source(), raw));
    }
    if (origin.from() != null || origin.to() != null) {
      throw new ReplayException(
          "the replay %s has only a part of the history (--from, --to); its stories are incomplete"
              .formatted(name.name()));
    }
    if (!log.position().complete()) {
      throw new ReplayException(
          "the replay %s has not copied its history yet: let storywire replay --as %s end first"
              .formatted(name.name(), name.name()));
    }
  }
}
