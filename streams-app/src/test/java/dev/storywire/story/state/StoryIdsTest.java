package dev.storywire.story.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.story.Item;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StoryIdsTest {
  private static String id(String uri, String headline) {
    long opened = Instant.parse("2026-03-12T09:14:30Z").toEpochMilli();
    return StoryIds.of(Item.of(uri, headline, "").prepared(), opened);
  }

  @Test
  void anIdConsistsOfTheMinuteAndAToken() {
    assertThat(id("urn:a", "Harbour bridge closed")).matches("20260312T0914-[2-9b-z]{8}");
  }

  @Test
  void anIdContainsNoText() {
    assertThat(id("urn:a", "Harbour bridge closed"))
        .isEqualTo(id("urn:a", "Snow in Oslo"))
        .isNotEqualTo(id("urn:b", "Harbour bridge closed"));
  }
}
