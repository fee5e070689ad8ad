package dev.storywire.serve.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryBuilder;
import dev.storywire.serve.StoryFixtures;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that links with unsafe schemes are removed. */
class RedactionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "//evil.example"
      })
  void removesUrlsOfOtherSchemes(String url) {
    assertThat(Redaction.of(linking(url)).articles().get(0).url()).isNull();
  }

  @Test
  void keepsHttpUrls() {
    String url = "https://example.org/a";

    assertThat(Redaction.of(linking(url)).articles().get(0).url()).isEqualTo(url);
  }

  private static Story linking(String url) {
    Story story = StoryFixtures.open("s1", "Bridge closed", 0);
    Story.Member first = story.articles().get(0);
    Story.Member linked =
        new Story.Member(
            first.uri(),
            first.version(),
            first.relation(),
            null,
            first.source(),
            first.headline(),
            url,
            first.publishedAt(),
            List.of());
    return StoryBuilder.builder(story).articles(List.of(linked)).build();
  }
}
