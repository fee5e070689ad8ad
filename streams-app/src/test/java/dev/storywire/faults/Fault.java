package dev.storywire.faults;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** A fault of a running service, with the repair that an operator would make. */
enum Fault {
  KILL("kill -9 an instance") {
    @Override
    String strike(Deployment service, BrokerProcess broker, SplittableRandom chance) {
      Instance victim = any(service, chance);
      victim.kill();
      service.results().watch(upTo(2, chance));
      victim.start();
      return victim.name();
    }
  },
  KILL_BROKER("kill -9 the broker") {
    @Override
    String strike(Deployment service, BrokerProcess broker, SplittableRandom chance)
        throws InterruptedException {
      Duration away = upTo(4, chance);
      broker.crash(away);
      return "away for " + away.toMillis() + " ms";
    }
  },
  PAUSE("SIGSTOP past the session") {
    @Override
    String strike(Deployment service, BrokerProcess broker, SplittableRandom chance) {
      Instance victim = any(service, chance);
      victim.pause();
      service.results().watch(Duration.ofSeconds(7).plus(upTo(3, chance)));
      victim.resume();
      return victim.name();
    }
  },
  SCALE("scale from 1 to 2 or from 2 to 1") {
    @Override
    String strike(Deployment service, BrokerProcess broker, SplittableRandom chance) {
      List<Instance> instances = service.instances();
      if (instances.size() == 1) {
        service.start(instances.get(0).name().equals("one") ? "two" : "one");
        return "to 2";
      }
      Instance leaving = any(service, chance);
      service.stop(leaving);
      return "to 1, without " + leaving.name();
    }
  },
  DELETE_STATE("kill -9 and delete the state") {
    @Override
    String strike(Deployment service, BrokerProcess broker, SplittableRandom chance) {
      Instance victim = any(service, chance);
      victim.kill();
      victim.deleteState();
      victim.start();
      return victim.name();
    }
  };

  private final String what;

  Fault(String what) {
    this.what = what;
  }

  /** Causes the fault. Returns a description of what it affected. */
  abstract String strike(Deployment service, BrokerProcess broker, SplittableRandom chance)
      throws InterruptedException;

  @Override
  public String toString() {
    return what;
  }

  static Duration upTo(int seconds, SplittableRandom chance) {
    return Duration.ofMillis(chance.nextLong(1000L * seconds));
  }

  private static Instance any(Deployment service, SplittableRandom chance) {
    return service.instances().get(chance.nextInt(service.instances().size()));
  }
}
