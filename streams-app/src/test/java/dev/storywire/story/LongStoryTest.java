package dev.storywire.story;

import static dev.storywire.story.Item.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.ArticleVerdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A story that goes on for longer than articles are remembered. */
class LongStoryTest {
  private static final String BRIDGE =
      "The harbour bridge at Brenholm was closed to all traffic after inspectors found cracks in two"
          + " of its main cables, the town's engineer Ingrid Solberg said. Ferries run every ten"
          + " minutes until the repair is done, which may take until May.";

  private static Item day(int day, String uri) {
    return Item.of(uri, "Brenholm bridge closed", BRIDGE)
        .source("Desk " + uri)
        .at(NOON.plus(Duration.ofDays(day)));
  }

  @Test
  void anArticleIsKnownForAsLongAsItsStoryIs() {
    Desk desk = new Desk();
    for (int day = 0; day <= 32; day += 4) {
      desk.take(day(day, "urn:" + day));
    }
    ArticleVerdict first = desk.verdict("urn:0");
    ArticleVerdict last = desk.verdict("urn:32");
    assertThat(last.storyId()).isEqualTo(first.storyId());

    desk.take(day(33, "urn:0"));
    assertThat(desk.verdict("urn:0").resends()).isEqualTo(1);
    assertThat(desk.story(last).articleCount()).isEqualTo(9);
    assertThat(desk.members.values()).extracting(members -> members.uris().size()).contains(9);
  }
}
