package dev.storywire.topology.stores;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.smile.databind.SmileMapper;
import dev.storywire.schemas.NewsItemReader;
import dev.storywire.story.Item;
import dev.storywire.story.Wire;
import dev.storywire.story.prepare.LaneRule;
import dev.storywire.story.prepare.Preparation;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.state.ArticleRecord;
import dev.storywire.story.state.StoryEdits;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SmileSerdeTest {
  /** Methods of a record, such as {@code isNote}, must not be encoded. */
  @Test
  void encodesOnlyTheComponentsOfARecord() throws IOException {
    SmileSerde<PreparedArticle> smile = new SmileSerde<>(PreparedArticle.class);
    List<String> components =
        Stream.of(PreparedArticle.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toList();

    for (Item item : Wire.messages()) {
      byte[] bytes = smile.encode(prepared(item));
      JsonNode written = new SmileMapper().readTree(bytes, 1, bytes.length - 1);
      assertThat(written.fieldNames()).toIterable().isNotEmpty().isSubsetOf(components);
      assertThat(smile.encode(smile.decode(bytes))).isEqualTo(bytes);
    }
  }

  @Test
  void encodesOnlyTheComponentsOfTheEditsOfAStory() throws IOException {
    SmileSerde<StoryEdits> smile = new SmileSerde<>(StoryEdits.class);
    byte[] bytes = smile.encode(StoryEdits.NONE.withJoinedBy("e1"));
    JsonNode written = new SmileMapper().readTree(bytes, 1, bytes.length - 1);
    assertThat(written.fieldNames()).toIterable().containsExactly("joinedBy");
    assertThat(smile.decode(bytes)).isEqualTo(StoryEdits.NONE.withJoinedBy("e1"));
  }

  @Test
  void encodesOnlyTheComponentsOfAnArticle() throws IOException {
    byte[] bytes = new SmileSerde<>(ArticleRecord.class).encode(ArticleRecord.unknown("urn:a"));
    JsonNode written = new SmileMapper().readTree(bytes, 1, bytes.length - 1);
    assertThat(written.fieldNames())
        .toIterable()
        .containsExactly("uri", "order", "version", "leftAt");
  }

  private static PreparedArticle prepared(Item item) {
    var read = (NewsItemReader.Read) NewsItemReader.read(item.bytes());
    return new Preparation(LaneRule.parse("language"))
        .prepare(read.item(), read.version(), item.sent().toEpochMilli());
  }
}
