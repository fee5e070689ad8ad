package dev.storywire.story.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.Entity;
import dev.storywire.story.vector.ArticleView;
import dev.storywire.text.clean.CleanArticle;
import dev.storywire.text.terms.Terms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Checks that an index restored at any point makes the same decisions. */
class StoryIndexRestoreTest {
  private static final long DAY = 24 * 3600 * 1000L;
  private static final String[] WORDS =
      ("dam burst velmora flood rescue boats governor strike harbour union pay talks bank rate cut "
              + "inflation vote senate bill tax match cup goal coach fire forest wind evacuate")
          .split(" ");

  /** An index with the records that a lane would store. */
  private static final class Shadow {
    private final StoryIndex index = new StoryIndex();
    private final Map<String, byte[]> records = new HashMap<>();
  }

  private static ArticleView article(Random random, int number, long time) {
    StringBuilder text = new StringBuilder();
    int topic = random.nextInt(4) * 7;
    for (int i = 0; i < 12; i++) {
      text.append(WORDS[(topic + random.nextInt(8)) % WORDS.length]).append(' ');
    }
    CleanArticle clean = CleanArticle.of(text.substring(0, 30), List.of(text.toString()));
    return new ArticleView(
        "article-" + number, time, "wire", Terms.of(clean, "en"), List.of(name(WORDS[topic])));
  }

  private static Entity name(String word) {
    return new Entity("org:" + word, word, Entity.Type.ORG, 2);
  }

  @Property(tries = 12)
  void aRestoredIndexGivesTheSameDecisions(@ForAll @IntRange(max = 1_000_000) int seed) {
    Random random = new Random(seed);
    Shadow steady = new Shadow();
    StoryIndex crashing = new StoryIndex();
    long clock = 0;
    for (int number = 0; number < 120; number++) {
      clock += random.nextInt(20) == 0 ? random.nextInt(12) * DAY : 60_000;
      ArticleView article = article(random, number, clock - random.nextInt(3) * DAY);
      steady.index.advance(clock).forEach(steady.records::remove);
      var unused = crashing.advance(clock);

      JoinDecision decision = steady.index.decide(article);
      assertThat(crashing.decide(article)).isEqualTo(decision);
      String story = decision.storyId() == null ? article.uri() : decision.storyId();
      steady.index.add(article, story);
      crashing.add(article, story);
      steady.records.put(article.uri(), steady.index.encode(article.uri()));

      List<Repair> repairs = steady.index.repairs(story);
      assertThat(crashing.repairs(story)).isEqualTo(repairs);
      for (Repair repair : repairs) {
        for (String moved : steady.index.apply(repair, "split")) {
          steady.records.put(moved, steady.index.encode(moved));
        }
        assertThat(crashing.apply(repair, "split")).isNotNull();
      }
      if (random.nextInt(10) == 0) {
        String withdrawn = "article-" + random.nextInt(number + 1);
        steady.index.remove(withdrawn);
        crashing.remove(withdrawn);
        steady.records.remove(withdrawn);
      }
      if (random.nextInt(8) == 0) {
        crashing = new StoryIndex();
        crashing.restore(new ArrayList<>(steady.records.values()), clock);
      }
    }
  }
}
