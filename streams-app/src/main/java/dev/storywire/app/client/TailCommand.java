package dev.storywire.app.client;

import dev.storywire.app.broker.KafkaOptions;
import dev.storywire.app.process.Exit;
import dev.storywire.app.process.OperatorError;
import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.schemas.Topic;
import dev.storywire.topology.kafka.TopicReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code storywire tail}: prints new records of the output topics. */
@Command(
    name = "tail",
    description = "Print verdicts, stories or story events as they are written.")
public final class TailCommand implements Callable<Integer> {
  /** The topics that can be followed. */
  enum What {
    ARTICLES(Topic.ARTICLES, ArticleVerdict.class),
    STORIES(Topic.STORIES, Story.class),
    EVENTS(Topic.STORY_EVENTS, StoryEvent.class);

    private final Topic topic;
    private final Class<?> type;

    What(Topic topic, Class<?> type) {
      this.topic = topic;
      this.type = type;
    }
  }

  private static final Duration WAIT = Duration.ofMillis(500);

  @Spec private CommandSpec spec;
  @Mixin private KafkaOptions kafka;

  @Option(
      names = "--from-beginning",
      description = "Start with the first record instead of the next one.")
  private boolean fromBeginning;

  @Option(names = "--no-follow", description = "End at the current end of the topic.")
  private boolean noFollow;

  @Option(
      names = "--json",
      description = "Print one object {key, value} per line; null is a tombstone.")
  private boolean json;

  @Parameters(paramLabel = "articles|stories|events", description = "The records to follow.")
  private What what;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    String name = what.topic.name(kafka.prefix());
    List<String> topic = List.of(name);
    kafka.admin().close(); // reports a broker that does not answer
    try (TopicReader<String> reader = TopicReader.ofTextKeys(kafka.clientSettings())) {
      Map<TopicPartition, Long> ends = reader.ends(topic);
      reader.seek(fromBeginning ? reader.beginnings(topic) : ends);
      if (!fromBeginning) {
        PrintWriter err = spec.commandLine().getErr();
        err.printf(
            "storywire: reading from the end of %s; --from-beginning prints the earlier records%n",
            name);
        err.flush();
      }
      do {
        for (ConsumerRecord<String, byte[]> record : reader.poll(WAIT)) {
          out.println(json ? object(record) : line(record));
        }
        out.flush();
      } while (!out.checkError() && !(noFollow && reader.hasReached(ends)));
    }
    return Exit.OK;
  }

  private static String object(ConsumerRecord<String, byte[]> record) {
    String value =
        record.value() == null ? "null" : new String(record.value(), StandardCharsets.UTF_8);
    return "{\"key\":" + Json.mapper().valueToTree(record.key()) + ",\"value\":" + value + "}";
  }

  private String line(ConsumerRecord<String, byte[]> record) {
    if (record.value() == null) {
      return record.key() + " retired";
    }
    try {
      return RecordLine.of(Json.mapper().readValue(record.value(), what.type));
    } catch (IOException e) {
      throw new OperatorError(
          "%s, partition %d, offset %d cannot be read by this release: %s"
              .formatted(record.topic(), record.partition(), record.offset(), e.getMessage()),
          e);
    }
  }
}
