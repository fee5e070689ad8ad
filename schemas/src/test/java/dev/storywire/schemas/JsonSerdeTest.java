package dev.storywire.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class JsonSerdeTest {
  private static final Instant AT = Instant.parse("2026-03-12T06:41:00Z");

  @Test
  void readsAllTypesOfEvents() {
    var serde = new JsonSerde<>(StoryEvent.class);
    for (StoryEvent event :
        List.of(
            new StoryEvent.Opened("s", 1, AT, "en", null, null),
            new StoryEvent.Split("s", 2, AT, "en", "t", List.of("u"), null),
            new StoryEvent.Closed("s", 3, AT, "en", StoryEvent.Closed.Reason.IDLE, null))) {
      byte[] bytes = serde.serializer().serialize("topic", event);
      assertThat(serde.deserializer().deserialize("topic", bytes)).isEqualTo(event);
    }
  }

  @Test
  void keepsTombstones() {
    var serde = new JsonSerde<>(Story.class);
    assertThat(serde.serializer().serialize("topic", null)).isNull();
    assertThat(serde.deserializer().deserialize("topic", null)).isNull();
  }

  @Test
  void refusesInvalidJson() {
    var deserializer = new JsonSerde<>(Story.class).deserializer();
    assertThatThrownBy(() -> deserializer.deserialize("topic", "{".getBytes(UTF_8)))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("cannot read as JSON");
  }

  @Test
  void readsAnUnknownCauseAsOther() {
    String later =
        """
        {"type":"articleWithdrawn","storyId":"s","seq":4,"at":"2026-03-12T06:41:00Z",
         "lane":"en","uri":"u","version":2,"cause":"expired"}
        """;
    var event = new JsonSerde<>(StoryEvent.class).deserializer().deserialize("t", bytes(later));
    assertThat(event)
        .isEqualTo(
            new StoryEvent.ArticleWithdrawn(
                "s", 4, AT, "en", "u", 2, StoryEvent.ArticleWithdrawn.Cause.OTHER, null));
  }

  @Test
  void aStatusOutsideItsClosedSetIsAnError() {
    var deserializer = new JsonSerde<>(Story.class).deserializer();
    assertThatThrownBy(() -> deserializer.deserialize("t", bytes("{\"status\":\"ajar\"}")))
        .isInstanceOf(SerializationException.class);
  }

  @Test
  void refusesDeepNesting() {
    String deep = "[".repeat(Json.MAX_DEPTH + 1);
    var deserializer = new JsonSerde<>(NewsItem.class).deserializer();
    assertThatThrownBy(() -> deserializer.deserialize("t", bytes("{\"x\":" + deep)))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("nesting depth");
  }

  private static byte[] bytes(String json) {
    return json.getBytes(UTF_8);
  }
}
