import dev.storywire.schemas.JsonSerde;
import dev.storywire.schemas.Story;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Keeps the current stories and prints each change: java -cp JARS Stories.java [BROKER] */
class Stories {
  public static void main(String[] args) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", args.length > 0 ? args[0] : "localhost:9092",
            // the map starts empty, so that each start reads the whole topic, in its own group
            "group.id", "my-newsroom-" + UUID.randomUUID(),
            "enable.auto.commit", "false",
            "isolation.level", "read_committed",
            "auto.offset.reset", "earliest");
    var consumer =
        new KafkaConsumer<>(
            settings, new StringDeserializer(), new JsonSerde<>(Story.class).deserializer());
    consumer.subscribe(List.of("storywire.stories"));
    Map<String, Story> stories = new HashMap<>();
    while (true) {
      for (var record : consumer.poll(Duration.ofSeconds(1))) {
        Story story = record.value();
        if (story == null) {
          stories.remove(record.key()); // retired
        } else {
          stories.put(story.storyId(), story);
          // the headline of a story that was merged, or has lost its articles, is empty
          boolean isEmpty = story.headline() == null || story.headline().isEmpty();
          String headline = isEmpty ? "-" : story.headline();
          String status = story.status().name().toLowerCase(Locale.ROOT);
          System.out.printf(
              "%s %s %d %s%n", story.storyId(), status, story.articleCount(), headline);
        }
      }
    }
  }
}
