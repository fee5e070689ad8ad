package dev.storywire.app.replay;

import dev.storywire.app.audit.Audit;
import dev.storywire.app.broker.Brokers;
import dev.storywire.app.ingest.IngestScreen;
import dev.storywire.app.service.StorywireService;
import dev.storywire.replay.CompletionCheck;
import dev.storywire.replay.FileHistory;
import dev.storywire.replay.History;
import dev.storywire.replay.HistorySource;
import dev.storywire.replay.ReplayLog.Origin;
import dev.storywire.replay.ReplayName;
import dev.storywire.replay.TopicHistory;
import dev.storywire.schemas.Topic;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** Runs a replay from its beginning, or from where it was interrupted, to its end. */
final class ReplayRun implements AutoCloseable {
  private final ReplayPlan plan;
  private final PrintWriter err;
  private final Map<String, String> client;
  private final Admin admin;
  private final History history;
  private final StorywireService service;

  /**
   * Opens the replay and starts its service. Fails if the replay was started with another origin.
   */
  ReplayRun(ReplayPlan plan, PrintWriter err) {
    this.plan = plan;
    this.err = err;
    this.client = plan.own().client();
    this.admin = Brokers.connect(client);
    this.history =
        History.open(admin, client, plan.name(), origin(), plan.own().dataDir(), Clock.systemUTC());
    this.service = StorywireService.start(plan.own());
  }

  /** Interrupts {@link #run}. */
  void stop() {
    service.stop();
  }

  ReplayReport run(@Nullable String compareWith) throws InterruptedException {
    String prefix = plan.name().prefix();
    long refused = fill();
    err.printf(
        "storywire: %,d records into %s; the page is at http://localhost:%d%n",
        history.position().total(), Topic.RAW.name(prefix), service.port());
    err.flush();
    play(prefix);
    Audit.Report audit = Audit.of(client, prefix);
    return new ReplayReport(
        prefix,
        history.position().left().size(),
        refused,
        audit,
        compareWith == null
            ? null
            : RunComparison.of(admin, client, ReplayName.prefixOf(compareWith), prefix));
  }

  private Origin origin() {
    boolean files = plan.isOfFiles();
    return new Origin(
        files ? String.join(" ", plan.files().inputs()) : plan.rawTopic(),
        plan.from(),
        plan.to(),
        files ? List.of() : TopicHistory.ends(admin, plan.rawTopic()),
        plan.own().deciding());
  }

  /** Reads the history. Returns the number of items of the files that were refused. */
  private long fill() {
    try (IngestScreen reading = new IngestScreen(err)) {
      HistorySource source =
          plan.isOfFiles()
              ? new FileHistory(plan.files(), reading)
              : new TopicHistory(admin, client, plan.rawTopic(), history.until());
      history.fill(source);
      return reading.refused();
    }
  }

  private void play(String prefix) throws InterruptedException {
    try (ReplayScreen screen = new ReplayScreen(client, prefix, history.position().total());
        CompletionCheck completion =
            new CompletionCheck(admin, client, plan.own().applicationId(), prefix)) {
      history.copy(
          plan.pace(),
          copied -> {
            service.check();
            screen.copied(copied);
          });
      do {
        service.check();
        screen.watch(Duration.ofMillis(500));
      } while (!completion.isComplete());
      screen.done();
    }
  }

  @Override
  public void close() {
    service.close();
    history.close();
    admin.close();
  }
}
