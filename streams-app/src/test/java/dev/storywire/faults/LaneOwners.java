package dev.storywire.faults;

import dev.storywire.schemas.Topic;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;

/** The stream threads that own the lane partitions, by the consumer group. */
final class LaneOwners implements AutoCloseable {
  private final Admin admin;
  private final String group;
  private final String prepared;
  private final ResultReader results;

  /** Creates the owners of a service. While waiting, it reads the results of the service. */
  LaneOwners(Map<String, String> client, String prefix, ResultReader results) {
    this.admin = Admin.create(Map.<String, Object>copyOf(client));
    this.group = prefix.replaceAll("[.]$", "");
    this.prepared = Topic.PREPARED.name(prefix);
    this.results = results;
  }

  /** Waits until the owners are as wanted. Returns client ids by lane partition. */
  Map<Integer, String> await(Predicate<Map<Integer, String>> wanted)
      throws InterruptedException, ExecutionException {
    long until = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    Map<Integer, String> owners = now();
    while (!wanted.test(owners)) {
      if (System.nanoTime() > until) {
        throw new AssertionError("the lanes did not move as expected; their owners are " + owners);
      }
      results.watch(Duration.ofMillis(200));
      owners = now();
    }
    return owners;
  }

  /** Returns the processes that own a lane partition. */
  static Set<String> processes(Map<Integer, String> owners) {
    return owners.values().stream()
        .map(client -> client.replaceAll("-StreamThread.*", ""))
        .collect(Collectors.toSet());
  }

  private Map<Integer, String> now() throws InterruptedException, ExecutionException {
    if (admin.listGroups().all().get().stream().noneMatch(g -> g.groupId().equals(group))) {
      return Map.of();
    }
    return admin.describeConsumerGroups(Set.of(group)).all().get().values().stream()
        .flatMap(described -> described.members().stream())
        .flatMap(
            member ->
                member.assignment().topicPartitions().stream()
                    .filter(partition -> partition.topic().equals(prepared))
                    .map(partition -> Map.entry(partition.partition(), member.clientId())))
        .collect(
            Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> b, TreeMap::new));
  }

  @Override
  public void close() {
    admin.close();
  }
}
