package dev.storywire.faults;

import dev.storywire.faults.measure.Jcmd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Describes why a deployment does not finish its input. For the message of a test that fails. */
final class Diagnosis {
  private static final int LOG_LINES = 40;

  private final Map<String, String> client;
  private final String prefix;

  Diagnosis(Map<String, String> client, String prefix) {
    this.client = client;
    this.prefix = prefix;
  }

  /** Returns lines about the partitions, and about the log and the threads of each instance. */
  String of(List<Instance> instances) {
    StringBuilder lines = new StringBuilder();
    try (Admin admin = Admin.create(Map.<String, Object>copyOf(client))) {
      describe(admin).forEach(line -> lines.append(line).append('\n'));
    } catch (ExecutionException | InterruptedException | TimeoutException e) {
      lines.append("the partitions are unknown: ").append(e).append('\n');
    }
    for (Instance instance : instances) {
      lines.append("instance ").append(instance.name()).append(", end of its log:\n");
      lines.append(endOf(instance.log()));
      lines.append(instance.isGone() ? "it has exited\n" : threads(instance.pid()));
    }
    return lines.toString();
  }

  /** Describes each partition that is unread or holds records of an open transaction. */
  private Stream<String> describe(Admin admin)
      throws ExecutionException, InterruptedException, TimeoutException {
    List<String> topics =
        admin.listTopics().names().get(30, TimeUnit.SECONDS).stream()
            .filter(topic -> topic.startsWith(prefix))
            .toList();
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    for (TopicDescription topic :
        admin.describeTopics(topics).allTopicNames().get(30, TimeUnit.SECONDS).values()) {
      topic
          .partitions()
          .forEach(
              p ->
                  latest.put(new TopicPartition(topic.name(), p.partition()), OffsetSpec.latest()));
    }
    var ends = offsets(admin, latest, IsolationLevel.READ_UNCOMMITTED);
    var stable = offsets(admin, latest, IsolationLevel.READ_COMMITTED);
    String group = prefix.replaceAll("[.]$", "");
    Map<TopicPartition, Long> read = new HashMap<>(ends);
    admin
        .listConsumerGroupOffsets(group)
        .partitionsToOffsetAndMetadata()
        .get(30, TimeUnit.SECONDS)
        .forEach((partition, position) -> read.put(partition, position.offset()));
    return ends.keySet().stream()
        .filter(
            p ->
                !Objects.equals(ends.get(p), stable.get(p))
                    || !Objects.equals(ends.get(p), read.get(p)))
        .map(
            p ->
                "%s: end %d, stable up to %d, read up to %d"
                    .formatted(p, ends.get(p), stable.get(p), read.get(p)))
        .sorted();
  }

  private static Map<TopicPartition, Long> offsets(
      Admin admin, Map<TopicPartition, OffsetSpec> latest, IsolationLevel isolation)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    admin
        .listOffsets(latest, new ListOffsetsOptions(isolation))
        .all()
        .get(30, TimeUnit.SECONDS)
        .forEach((partition, end) -> offsets.put(partition, end.offset()));
    return offsets;
  }

  private static String endOf(Path log) {
    try {
      List<String> lines = Files.readAllLines(log);
      return lines.stream()
          .skip(Math.max(0, lines.size() - LOG_LINES))
          .map(line -> "  " + line + "\n")
          .collect(Collectors.joining());
    } catch (IOException e) {
      return "  cannot be read: " + e + "\n";
    }
  }

  private static String threads(long pid) {
    return Arrays.stream(Jcmd.run(pid, "Thread.print").split("\n\n"))
        .filter(thread -> thread.contains("StreamThread") || thread.contains("StateUpdater"))
        .map(thread -> thread + "\n")
        .collect(Collectors.joining());
  }
}
