package dev.storywire.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import dev.storywire.schemas.ArticleVerdict.Relation;
import dev.storywire.schemas.ArticleVerdict.Status;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Checks that records created in code are valid against their schemas, and that records that must
 * not be written are invalid.
 */
class WrittenRecordsTest {
  private static final Instant AT = Instant.parse("2026-03-12T06:41:00Z");
  private static final Entity ENTITY = new Entity("brenholm", "Brenholm", Entity.Type.LOC, 1);

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "USABLE")
  void onlyUsableVerdictsHaveAStoryAndText(Status status) {
    assertThat(errors(verdict(status, null, null, null, List.of()))).isEmpty();
    assertThat(errors(verdict(status, "s", Relation.ORIGINAL, null, List.of()))).isNotEmpty();
    assertThat(errors(verdict(status, null, null, "Killed words", List.of()))).isNotEmpty();
    assertThat(errors(verdict(status, null, null, null, List.of(ENTITY)))).isNotEmpty();
  }

  @Test
  void usableVerdictsHaveAStoryAndCopiesAnOriginal() {
    assertThat(errors(verdict(Status.USABLE, "s", Relation.ORIGINAL, "H", List.of(ENTITY))))
        .isEmpty();
    assertThat(errors(verdict(Status.USABLE, null, Relation.ORIGINAL, "H", List.of())))
        .isNotEmpty();
    assertThat(errors(verdict(Status.USABLE, "s", Relation.COPY, "H", List.of()))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, Story.MAX_ARTICLES})
  void aSnapshotHasAtMostItsMaximum(int articles) {
    assertThat(errors(story(articles, Story.MAX_ENTITIES, Story.MAX_TERMS))).isEmpty();
  }

  @Test
  void aSnapshotOverTheMaximumIsInvalid() {
    assertThat(errors(story(Story.MAX_ARTICLES + 1, 1, 1))).isNotEmpty();
    assertThat(errors(story(1, Story.MAX_ENTITIES + 1, 1))).isNotEmpty();
    assertThat(errors(story(1, 1, Story.MAX_TERMS + 1))).isNotEmpty();
  }

  @Test
  void aStoryWithoutArticlesHasNoText() {
    assertThat(errors(story(0, 0, 0))).isNotEmpty();
    assertThat(errors(story(0, 1, 0))).hasSizeGreaterThan(errors(story(0, 0, 0)).size());
  }

  @Test
  void aMergeHasOneDirection() {
    assertThat(errors(merged("t", null))).isEmpty();
    assertThat(errors(merged(null, "t"))).isEmpty();
    assertThat(errors(merged("t", "t"))).isNotEmpty();
    assertThat(errors(merged(null, null))).isNotEmpty();
  }

  private static StoryEvent merged(@Nullable String into, @Nullable String from) {
    return new StoryEvent.Merged("s", 2, AT, "en", into, from, List.of("u"), null);
  }

  private static ArticleVerdict verdict(
      Status status,
      @Nullable String storyId,
      @Nullable Relation relation,
      @Nullable String headline,
      List<Entity> entities) {
    return ArticleVerdictBuilder.builder()
        .uri("u")
        .version(1)
        .status(status)
        .lane("en")
        .storyId(storyId)
        .relation(relation)
        .decision(1)
        .resends(0)
        .decidedAt(AT)
        .source("Harbour Wire")
        .headline(headline)
        .publishedAt(AT)
        .language("en")
        .entities(entities)
        .reasons(Reasons.of("So it is."))
        .build();
  }

  private static Story story(int articles, int entities, int terms) {
    return StoryBuilder.builder()
        .storyId("s")
        .seq(3)
        .lane("en")
        .status(Story.Status.OPEN)
        .headline("H")
        .summary(List.of(new Story.SummarySentence("One.", "u0")))
        .firstSeen(AT)
        .lastUpdated(AT)
        .articleCount(articles)
        .copyCount(0)
        .sourceCount(1)
        .articles(IntStream.range(0, articles).mapToObj(WrittenRecordsTest::member).toList())
        .entities(IntStream.range(0, entities).mapToObj(i -> ENTITY).toList())
        .terms(IntStream.range(0, terms).mapToObj(i -> "term" + i).toList())
        .build();
  }

  private static Story.Member member(int i) {
    return new Story.Member("u" + i, 1, Relation.ORIGINAL, null, null, null, null, null, List.of());
  }

  private static List<Error> errors(Object written) {
    String topic =
        written instanceof Story
            ? "stories"
            : written instanceof StoryEvent ? "story-events" : "articles";
    return Contract.errors(
        Contract.schema(Contract.CURRENT, topic), Json.mapper().valueToTree(written));
  }
}
