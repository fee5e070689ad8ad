package dev.storywire.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.app.SampleDay;
import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.NewsItem;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryEvent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FlowTest {
  private final Flow flow = new Flow();

  @AfterEach
  void close() {
    flow.close();
  }

  @Test
  void everyRawRecordEndsAsOneVerdictOrOneDeadLetter() throws Exception {
    List<NewsItem> items = SampleDay.items();
    for (NewsItem item : items) {
      flow.send(item.uri(), Json.mapper().writeValueAsBytes(item), time(item));
    }
    flow.send(
        "x", "{not json".getBytes(java.nio.charset.StandardCharsets.UTF_8), time(items.get(0)));
    flow.settle();

    List<ArticleVerdict> verdicts = flow.verdicts();
    assertThat(verdicts.size() + flow.deadLetters().size())
        .isGreaterThanOrEqualTo(items.size() + 1);
    List<Story> stories = flow.stories();
    List<StoryEvent> events = flow.events();
    System.out.println(
        verdicts.size()
            + " "
            + stories.size()
            + " "
            + events.size()
            + " dead "
            + flow.deadLetters());
    assertThat(stories).isNotEmpty();
  }

  private static Instant time(NewsItem item) {
    return java.util.Objects.requireNonNull(item.versionCreated());
  }
}
