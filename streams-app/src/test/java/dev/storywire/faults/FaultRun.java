package dev.storywire.faults;

import dev.storywire.app.audit.Audit;
import dev.storywire.faults.history.HistoryWriter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Causes faults while a service is fed, and prints a log of them. */
final class FaultRun {
  private static final Duration AT_WORK_WITHIN = Duration.ofSeconds(20);

  private final BrokerProcess broker;
  private final Deployment service;
  private final HistoryWriter writer;
  private final SplittableRandom chance;
  private final Map<Fault, Integer> struck = new EnumMap<>(Fault.class);
  private final long begin = System.nanoTime();

  FaultRun(BrokerProcess broker, Deployment service, HistoryWriter writer, long seed) {
    this.broker = broker;
    this.service = service;
    this.writer = writer;
    this.chance = new SplittableRandom(seed);
  }

  /** Causes the faults in order, each up to {@code apart} seconds after the one before. */
  void strike(List<Fault> faults, int apart) throws InterruptedException {
    for (Fault fault : faults) {
      if (chance.nextBoolean()) {
        // at work; otherwise in the state after the last fault: starting, restoring, joining
        var unused = service.results().await(service.results().count() + 1, AT_WORK_WITHIN);
      }
      service.results().watch(Fault.upTo(apart, chance));
      long at = System.nanoTime() - begin;
      String whom = fault.strike(service, broker, chance);
      struck.merge(fault, 1, Integer::sum);
      say(at, fault + ": " + whom);
      restartExited();
    }
  }

  /** Returns a table: count of each fault, and of instances that found no broker at start. */
  String table() {
    StringBuilder table = new StringBuilder();
    struck.forEach((fault, times) -> table.append("%-46s %5d%n".formatted(fault, times)));
    return table
        .append("%-46s %5d%n".formatted("instances that found no broker at start", service.exits()))
        .toString();
  }

  int times(Fault fault) {
    return struck.getOrDefault(fault, 0);
  }

  /** Restarts instances that have exited, and logs them. */
  void restartExited() {
    service.restartExited().forEach(what -> say(System.nanoTime() - begin, what));
  }

  private void say(long at, String what) {
    System.out.printf(
        "%7.1f s  %-58s %,7d sent %,7d answered%s%n",
        at / 1e9,
        what,
        writer.sent(),
        service.results().count(),
        service.results().duplicates().isEmpty()
            ? ""
            : ", doubled " + service.results().duplicates());
  }

  /** Prints the result of a run. */
  static void print(String run, Audit.Report report) {
    System.out.printf(
        "%s: %,d raw records, %,d verdicts, %,d dead letters, %,d stories, %,d events, digest %s%n",
        run,
        report.raw(),
        report.verdicts(),
        report.deadLetters(),
        report.stories(),
        report.events(),
        report.digest().substring(0, 16));
    report.faults().forEach(fault -> System.out.println("  AUDIT FAULT: " + fault));
  }
}
