package dev.storywire.story.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.story.vector.ArticleVectors;
import dev.storywire.story.vector.TermVector;
import dev.storywire.story.vector.WordEmbeddings;
import org.junit.jupiter.api.Test;

class PostingTest {
  private static final int ARTICLES = 64;
  private static final byte HEAVY = (byte) 200;

  private final Posting posting = new Posting();
  private final int[] overlaps = new int[ARTICLES];
  private final int[] found = new int[ARTICLES + 1];

  @Test
  void theNewestArticlesGetHits() {
    for (int position = 0; position < 5; position++) {
      posting.add(position, HEAVY);
    }
    overlaps[4] = 7;

    assertThat(posting.score(3, 2, overlaps, found, 0))
        .as("articles without an overlap before")
        .isEqualTo(1);

    assertThat(overlaps[4]).isEqualTo(7 + 600);
    assertThat(overlaps[3]).isEqualTo(600);
    assertThat(overlaps[2]).isEqualTo(0);
    assertThat(found[0]).isEqualTo(3);
  }

  @Test
  void positionsWithMoreBitsThanAnEntryHasAreFoundInTheRing() {
    int position = (5 << ActiveArticles.POSITION_BITS) + ARTICLES + 9;
    posting.add(position, HEAVY);

    assertThat(posting.score(1, ARTICLES, overlaps, found, 0)).isEqualTo(1);

    assertThat(found[0]).isEqualTo(9);
    assertThat(overlaps[9]).isEqualTo(200);
  }

  @Test
  void onlyLaterArticlesGetHits() {
    int last = (1 << ActiveArticles.POSITION_BITS) - 1; // the next position begins at 0 again
    for (int position = last - 2; position <= last + 2; position++) {
      posting.add(position, HEAVY);
    }
    overlaps[last + 2 & ARTICLES - 1] = -1; // not active

    int count = posting.scoreLater(last - 1, 1, overlaps, found, 0);

    assertThat(count).isEqualTo(2);
    assertThat(found).startsWith(last + 1 & ARTICLES - 1, last & ARTICLES - 1);
    assertThat(posting.scoreLater(last + 2, 1, overlaps, found, 0)).as("after the newest").isZero();
  }

  @Test
  void inactiveArticlesGetNoHitsAndAreDroppedFromTheOldEnd() {
    ActiveArticles articles = new ActiveArticles();
    for (int i = 0; i < 3; i++) {
      posting.add(articles.add(member(i)), HEAVY);
    }
    articles.remove(1);

    assertThat(posting.score(1, ARTICLES, articles.overlaps(), found, 0)).isEqualTo(2);
    assertThat(posting.dropInactive(articles)).as("empty, with an active article").isFalse();

    articles.remove(0);
    articles.remove(2);
    assertThat(posting.dropInactive(articles)).as("empty").isTrue();
  }

  private static MemberArticle member(int sequence) {
    TermVector none = TermVector.EMPTY;
    ArticleVectors vectors = ArticleVectors.of(none, none, none, none, 0, WordEmbeddings.NONE);
    return new MemberArticle(
        "urn:" + sequence, sequence, 0, 0, vectors, RoutineNotice.NONE, false, new StoryState("s"));
  }
}
