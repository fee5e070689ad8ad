package dev.storywire.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Checks that {@code docs/contract.md} agrees with the code. */
class ContractPageTest {
  private static final String TOPIC = Topic.STORIES.name(Topic.DEFAULT_PREFIX);

  private final String page = read(Path.of("../docs/contract.md"));

  @Test
  void itsConsumerIsTheTestedOne() {
    String source = read(Path.of("src/test/java/dev/storywire/schemas/ExampleConsumer.java"));
    String example = page.substring(page.indexOf("```java\n") + 8, page.indexOf("\n```\n"));
    assertThat(source.replaceAll("\\s+", " ")).contains(example.replaceAll("\\s+", " "));
  }

  @Test
  void itsConsumerKeepsStoriesCurrent() {
    var consumer = new MockConsumer<String, Story>("earliest");
    var partition = new TopicPartition(TOPIC, 0);
    consumer.assign(List.of(partition));
    consumer.updateBeginningOffsets(Map.of(partition, 0L));
    Map<String, Story> stories = new HashMap<>();

    Story story = story();
    consumer.addRecord(new ConsumerRecord<>(TOPIC, 0, 0, story.storyId(), story));
    ExampleConsumer.update(stories, consumer);
    assertThat(stories).containsOnlyKeys(story.storyId());

    consumer.addRecord(new ConsumerRecord<>(TOPIC, 0, 1, story.storyId(), null));
    ExampleConsumer.update(stories, consumer);
    assertThat(stories).isEmpty();
  }

  @Test
  void itNamesEveryTopicHeaderStatusAndTypeOfEvent() {
    assertThat(page)
        .contains("`\"0\"` to `\"" + NewsItemReader.MAX_VERSION + "\"`")
        .contains("up to " + NewsItemReader.MAX_URI + " characters");
    for (Topic topic : Topic.values()) {
      assertThat(page).contains("`" + topic.name(Topic.DEFAULT_PREFIX) + "`");
    }
    assertThat(page)
        .contains(ArticleVerdict.RAW_HEADER, DeadLetterHeaders.STAGE, DeadLetterHeaders.CODE)
        .contains(DeadLetterHeaders.REASON, DeadLetterHeaders.ORIGIN)
        .contains(DeadLetterHeaders.SERVICE_VERSION)
        .contains(Topic.MAX_RECORD_BYTES / 1024 / 1024 + " MB")
        .contains("newest " + Story.MAX_ARTICLES + " articles")
        .contains(Story.MAX_ENTITIES + " entities and " + Story.MAX_TERMS + " terms");
    for (ArticleVerdict.Status status : ArticleVerdict.Status.values()) {
      assertThat(page).contains("`" + Json.mapper().<JsonNode>valueToTree(status).asText() + "`");
    }
    for (var type : StoryEvent.class.getAnnotation(JsonSubTypes.class).value()) {
      assertThat(page).contains("`" + type.name() + "`");
    }
  }

  @Test
  void theModuleHasTheVersionOfTheContract() {
    Matcher contract =
        Pattern.compile("The version of the contract is \\*\\*(.+?)\\*").matcher(page);
    assertThat(contract.find()).isTrue();
    assertThat(read(Path.of("pom.xml")))
        .contains("<artifactId>storywire-schemas</artifactId>")
        .containsPattern("<version>" + contract.group(1) + "[.]\\d+(-SNAPSHOT)?</version>");
  }

  private static Story story() {
    return Json.mapper()
        .convertValue(
            Contract.read(Contract.CURRENT.resolve("examples/stories.open.json")), Story.class);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(file.toString(), e);
    }
  }
}
