package dev.storywire.app.broker;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.storywire.app.process.Exit;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.Topic;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code storywire topics}: shows, checks and creates topics. */
@Command(
    name = "topics",
    description = "Show the topics and check their settings; create missing ones on request.")
public final class TopicsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private KafkaOptions kafka;

  @Option(names = "--create", description = "Create the topics that do not exist.")
  private boolean create;

  @Option(
      names = "--replication-factor",
      paramLabel = "N",
      description = "Replicas of each partition (default: the number of brokers, at most 3).")
  private @Nullable Integer replicationFactor;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description = "Partitions of all topics except the dead letters.")
  private @Nullable Integer partitions;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws JsonProcessingException {
    TopicSetup setup =
        new TopicSetup(kafka.prefix(), Optional.ofNullable(replicationFactor), partitions());
    try (Admin admin = kafka.admin()) {
      if (create) {
        setup.create(admin);
      }
      List<TopicState> states = setup.inspect(admin);
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(states));
      } else {
        print(states, out);
      }
      boolean usable = states.stream().allMatch(TopicState::usable);
      return usable ? Exit.OK : Exit.FAILED;
    }
  }

  private Map<Topic, Integer> partitions() {
    Map<Topic, Integer> wanted = new EnumMap<>(Topic.class);
    if (partitions != null) {
      for (Topic topic : Topic.values()) {
        if (topic.partitions() > 1) {
          wanted.put(topic, partitions);
        }
      }
    }
    return wanted;
  }

  private static void print(List<TopicState> states, PrintWriter out) {
    String row = "%-28s %-8s %10s %8s  %s%n";
    out.printf(row, "TOPIC", "STATE", "PARTITIONS", "REPLICAS", "SETTINGS");
    for (TopicState state : states) {
      out.printf(
          row,
          state.name(),
          state.verdict(),
          state.exists() ? state.partitions() : "-",
          state.exists() ? state.replicationFactor() : "-",
          settings(state));
    }
    for (TopicState state : states) {
      state.differences().forEach(difference -> out.println("\n" + difference.sentence()));
    }
  }

  private static String settings(TopicState state) {
    return String.join(
        " ", state.config().entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
  }
}
