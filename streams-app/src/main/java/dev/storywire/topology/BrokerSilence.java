package dev.storywire.topology;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Detects that the brokers do not answer, from the results of a request that is repeated
 * continuously. Logs the beginning and the end of each silence, once each.
 */
final class BrokerSilence {
  /** Time without an answer after which a silence is reported: longer than a leader election. */
  static final Duration REPORT_AFTER = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(BrokerSilence.class);

  private final InstantSource clock;
  private Instant lastAnswer;
  private volatile @Nullable Instant since;

  BrokerSilence(InstantSource clock) {
    this.clock = clock;
    this.lastAnswer = clock.instant();
  }

  /** Notes that the request was answered. */
  void answered() {
    Instant now = clock.instant();
    Instant silentSince = since;
    if (silentSince != null) {
      LOG.warn(
          "The brokers answer again, after {} s", Duration.between(silentSince, now).toSeconds());
      since = null;
    }
    lastAnswer = now;
  }

  /** Notes that the request has failed. */
  void failed(Exception cause) {
    if (since == null && lastAnswer.plus(REPORT_AFTER).isBefore(clock.instant())) {
      since = lastAnswer;
      LOG.warn("{} The last error: {}", sentence(lastAnswer), cause.toString());
    }
  }

  /** Describes the silence in a sentence. Empty while the brokers answer. */
  Optional<String> sentence() {
    return Optional.ofNullable(since).map(BrokerSilence::sentence);
  }

  private static String sentence(Instant since) {
    return "The brokers have not answered since "
        + since.truncatedTo(ChronoUnit.SECONDS)
        + "; the instance continues when they do.";
  }
}
