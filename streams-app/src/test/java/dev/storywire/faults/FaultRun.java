package dev.storywire.faults;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Lets faults befall a service while it is fed, and prints a log of them. */
final class FaultRun {
  private static final Duration AT_WORK_WITHIN = Duration.ofSeconds(20);

  private final BrokerProcess broker;
  private final Service service;
  private final Feed feed;
  private final SplittableRandom chance;
  private final Map<Fault, Integer> struck = new EnumMap<>(Fault.class);
  private final long begin = System.nanoTime();
  private int gone;

  FaultRun(BrokerProcess broker, Service service, Feed feed, long seed) {
    this.broker = broker;
    this.service = service;
    this.feed = feed;
    this.chance = new SplittableRandom(seed);
  }

  /** Lets them come one after the other, each up to {@code apart} seconds after the last. */
  void strike(List<Fault> faults, int apart) throws InterruptedException {
    for (Fault fault : faults) {
      if (chance.nextBoolean()) {
        // at work; else wherever the last fault left it: starting, restoring, joining
        var unused = service.answers().await(service.answers().count() + 1, AT_WORK_WITHIN);
      }
      service.answers().watch(Fault.upTo(apart, chance));
      long at = System.nanoTime() - begin;
      String whom = fault.strike(service, broker, chance);
      struck.merge(fault, 1, Integer::sum);
      say(at, fault + ": " + whom);
      restartWhoIsGone();
    }
  }

  /** How often each fault struck, and how many instances found no broker when they started. */
  String table() {
    StringBuilder table = new StringBuilder();
    struck.forEach((fault, times) -> table.append("%-46s %5d%n".formatted(fault, times)));
    return table
        .append("%-46s %5d%n".formatted("instances that found no broker to start with", gone))
        .toString();
  }

  /** Instances that ended though nobody had killed them. */
  int gone() {
    return gone;
  }

  int times(Fault fault) {
    return struck.getOrDefault(fault, 0);
  }

  /** As a supervisor does. */
  void restartWhoIsGone() {
    for (Instance instance : service.instances()) {
      if (instance.isGone()) {
        gone++;
        say(
            System.nanoTime() - begin,
            instance.name() + " had ended with " + instance.exitCode() + "; started again");
        instance.start();
      }
    }
  }

  private void say(long at, String what) {
    System.out.printf(
        "%7.1f s  %-58s %,7d sent %,7d answered%s%n",
        at / 1e9,
        what,
        feed.sent(),
        service.answers().count(),
        service.answers().doubles().isEmpty() ? "" : ", doubled " + service.answers().doubles());
  }
}
