package dev.storywire.replay;

import dev.storywire.schemas.Topic;
import dev.storywire.topology.kafka.WebhookGroups;
import dev.storywire.topology.stores.StateStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * Removes everything that a service has created: topics, consumer groups and state. Aborts open
 * transactions; the broker deletes their ids a week after their last use.
 */
public final class Reset {
  private final Admin admin;
  private final String prefix;
  private final String applicationId;
  private final boolean keepsRaw;

  private Reset(Admin admin, String prefix, String applicationId, boolean keepsRaw) {
    this.admin = admin;
    this.prefix = prefix;
    this.applicationId = applicationId;
    this.keepsRaw = keepsRaw;
  }

  /**
   * Removes everything of a replay.
   *
   * @param evenPromoted true to remove a promoted replay too
   * @throws ReplayException if it was promoted and {@code evenPromoted} is false
   */
  public static Reset of(
      Admin admin, Map<String, String> client, ReplayName name, boolean evenPromoted) {
    if (!evenPromoted && new ReplayLog(admin, client, name.prefix()).point().isPresent()) {
      throw new ReplayException(
          "the replay %s was promoted, and consumers read it; --promoted removes it anyway"
              .formatted(name.name()));
    }
    return new Reset(admin, name.prefix(), name.applicationId(), false);
  }

  /**
   * Removes everything of a service except for its raw topic, which it then reads from the
   * beginning.
   */
  public static Reset keepingRaw(Admin admin, String prefix, String applicationId) {
    return new Reset(admin, prefix, applicationId, true);
  }

  /**
   * The names of everything that was removed.
   *
   * @param files number of files in the directory
   */
  public record Removed(
      List<String> topics,
      List<String> groups,
      List<String> transactions,
      Path directory,
      long files) {
    /** Returns true if there was nothing to remove. */
    public boolean isEmpty() {
      return topics.isEmpty() && groups.isEmpty() && files == 0;
    }
  }

  /**
   * Removes everything.
   *
   * @param directory directory of the stores
   * @throws ReplayException if the service is running
   */
  public Removed run(Path directory) throws IOException {
    List<String> groups = groups();
    List<String> transactions = transactions();
    TopicRequests.await(admin.fenceProducers(transactions).all());
    List<String> topics = topics();
    TopicRequests.await(admin.deleteTopics(topics).all());
    TopicRequests.await(admin.deleteConsumerGroups(groups).all());
    return new Removed(topics, groups, transactions, directory, delete(directory));
  }

  private List<String> groups() {
    List<String> own =
        TopicRequests.await(admin.listGroups().all()).stream()
            .map(GroupListing::groupId)
            .filter(
                id -> id.equals(applicationId) || WebhookGroups.isWebhookGroup(applicationId, id))
            .sorted()
            .toList();
    for (String group : own) {
      if (isRunning(admin, group)) {
        throw new ReplayException(
            "the service %s is running: stop it first (a kill is detected after ten seconds)"
                .formatted(group));
      }
    }
    return own;
  }

  /**
   * Returns true if the consumer group of a service has members. A killed instance remains a member
   * for ten seconds.
   */
  public static boolean isRunning(Admin admin, String applicationId) {
    try {
      ConsumerGroupDescription group =
          TopicRequests.await(admin.describeConsumerGroups(List.of(applicationId)).all())
              .get(applicationId);
      return group != null
          && group.groupState() != GroupState.EMPTY
          && group.groupState() != GroupState.DEAD;
    } catch (ReplayException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return false;
      }
      throw e;
    }
  }

  private List<String> transactions() {
    return TopicRequests.await(admin.listTransactions().all()).stream()
        .map(TransactionListing::transactionalId)
        .filter(id -> id.startsWith(applicationId + "-"))
        .filter(this::isOwnTransaction)
        .sorted()
        .toList();
  }

  /**
   * Returns true for transactional ids of this service. Kafka Streams appends a UUID and the number
   * of a thread, and the copy of a replay the word "copy".
   */
  private boolean isOwnTransaction(String id) {
    String rest = id.substring(applicationId.length() + 1);
    return rest.equals(RawWriter.TRANSACTION) || rest.matches("[0-9a-f]{8}(-[0-9a-f]+){4}-\\d+");
  }

  private List<String> topics() {
    Set<String> own =
        StateStores.names().stream()
            .map(store -> applicationId + "-" + store + "-changelog")
            .collect(Collectors.toCollection(TreeSet::new));
    Arrays.stream(Topic.values())
        .filter(topic -> !(keepsRaw && topic == Topic.RAW))
        .forEach(topic -> own.add(topic.name(prefix)));
    own.add(ReplayLog.topic(prefix));
    own.retainAll(TopicRequests.await(admin.listTopics().names()));
    return List.copyOf(own);
  }

  private static long delete(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return 0;
    }
    List<Path> paths = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(directory)) {
      walk.sorted(Comparator.reverseOrder()).forEach(paths::add);
    }
    long files = paths.stream().filter(Files::isRegularFile).count();
    for (Path path : paths) {
      Files.delete(path);
    }
    return files;
  }
}
