package dev.storywire.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.ArticleVerdict.Status;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowTest {
  private static final Instant NOON = Instant.parse("2026-03-12T12:00:00Z");
  private static final String BRIDGE =
      "The harbour bridge at Brenholm was closed to all traffic on Thursday after inspectors found"
          + " cracks in two of its main cables, the town's engineer Ingrid Solberg said. Ferries will"
          + " run every ten minutes until the repair is done, which may take until May.";

  private final Flow flow = new Flow();

  @AfterEach
  void close() {
    flow.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not json at all | not-json",
        "[] | wrong-type",
        "{\"headlines\":[{\"value\":\"No uri\"}]} | no-uri",
        "{\"uri\":\"u\",\"headlines\":[{\"value\":\"  \"}],\"bodies\":[{\"value\":\"\"}]} | no-text",
        "{\"uri\":\"u\",\"headlines\":[{\"value\":\"\\uFEFF\"}]} | no-text",
        "{\"uri\":\"u\",\"bodies\":[{\"value\":\"<p><br></p>\",\"contentType\":\"text/html\"}]} | no-text",
        "{\"uri\":\"u\",\"headlines\":[{\"value\":\"x\"}],\"versionCreated\":\"yesterday\"} | bad-date",
        "{\"uri\":\"u\",\"headlines\":\"not a list of objects\"} | wrong-type",
        "{\"uri\":\"u\",\"headlines\":[{\"value\":\"a\\u0000b\"}]} | control-characters",
        "{\"uri\":\"u\",\"headlines\":[{\"value\":\"x\"}],\"version\":\"two\"} | bad-version",
      })
  void badInputBecomesADeadLetter(String value, String code) {
    flow.send("u", value.getBytes(UTF_8), NOON);
    flow.send(item("urn:a", 1, "Harbour bridge closed", BRIDGE), NOON);
    flow.settle();

    assertThat(flow.deadLetters()).extracting(Flow.DeadLetter::code).containsExactly(code);
    assertThat(flow.verdicts()).extracting(ArticleVerdict::uri).containsExactly("urn:a");
  }

  @Test
  void aRecordFromTheFutureIsADeadLetterAndClosesNoStory() {
    String story = item("urn:b", 1, "Harbour bridge closed", BRIDGE);
    flow.send(item("urn:a", 1, "Harbour bridge closed", BRIDGE), NOON);
    flow.append("urn:b", story.getBytes(UTF_8), NOON.plus(Duration.ofDays(27_000)));
    flow.send(item("urn:c", 1, "Bridge shut", BRIDGE), NOON.plusSeconds(60));
    flow.settle();

    Flow.DeadLetter letter = flow.deadLetters().get(0);
    assertThat(letter.code()).isEqualTo("date-ahead");
    assertThat(letter.reason()).contains("2100-02-12T12:00:00Z", "2026-03-12T12:00:00Z");
    List<ArticleVerdict> verdicts = flow.verdicts();
    assertThat(verdicts).extracting(ArticleVerdict::uri).containsExactly("urn:a", "urn:c");
    assertThat(verdicts.get(1).copyOf()).isEqualTo("urn:a");
  }

  @Test
  void aRecordWithTheUriOfAnItemIsItsVersionWhateverSourceItNames() {
    flow.send(item("urn:a", 1, "Harbour bridge closed", BRIDGE), NOON);
    String kill =
        "{\"uri\":\"urn:a\",\"version\":\"2\",\"pubStatus\":\"canceled\",\"language\":\"en\","
            + "\"infoSources\":[{\"name\":\"Another Wire\"}]}";
    flow.send("urn:a", kill.getBytes(UTF_8), NOON.plusSeconds(60));
    flow.settle();

    assertThat(flow.deadLetters()).isEmpty();
    assertThat(flow.verdicts())
        .extracting(ArticleVerdict::status)
        .containsExactly(Status.USABLE, Status.CANCELED);
  }

  @Test
  void aRecordOfTheNextDayIsDecided() {
    String story = item("urn:a", 1, "Harbour bridge closed", BRIDGE);
    flow.append("urn:a", story.getBytes(UTF_8), Instant.EPOCH.plus(Duration.ofHours(24)));
    flow.settle();

    assertThat(flow.deadLetters()).isEmpty();
    assertThat(flow.verdicts()).extracting(ArticleVerdict::uri).containsExactly("urn:a");
  }

  @Test
  void aBodyOfTwentyMegabytesBecomesADeadLetter() {
    byte[] large = item("urn:a", 1, "Large", "x".repeat(20_000_000)).getBytes(UTF_8);
    flow.send("urn:a", large, NOON);
    flow.settle();

    Flow.DeadLetter letter = flow.deadLetters().get(0);
    assertThat(letter.code()).isIn("too-large", "over-limits");
    assertThat(letter.reason()).contains("at most");
    assertThat(letter.value()).isEqualTo(large);
    assertThat(letter.origin()).isEqualTo("storywire.raw-0@0");
  }

  @Test
  void anItemThatTakesTooMuchWorkBecomesADeadLetterAndTheFlowContinues() {
    flow.send(item("urn:slow", 1, "A list", "A B ".repeat(200_000)), NOON);
    flow.send(item("urn:a", 1, "Harbour bridge closed", BRIDGE), NOON);
    flow.settle();

    assertThat(flow.deadLetters()).extracting(Flow.DeadLetter::code).containsExactly("too-costly");
    assertThat(flow.verdicts()).extracting(ArticleVerdict::uri).containsExactly("urn:a");
  }

  @Test
  void anArticleWaitsForTheOpenTransactionsOfTheRawTopic() {
    flow.send(item("urn:a", 1, "Harbour bridge closed", BRIDGE), NOON);
    flow.uncommitted(1);
    flow.settle();
    assertThat(flow.verdicts()).isEmpty();

    flow.uncommitted(0);
    flow.settle();
    assertThat(flow.verdicts()).extracting(ArticleVerdict::uri).containsExactly("urn:a");
  }

  @Test
  void aReprintIsACopyInTheStoryOfItsOriginal() {
    flow.send(item("urn:a", 1, "Harbour bridge closed", BRIDGE), NOON);
    flow.send(item("urn:b", 1, "Bridge shut", BRIDGE), NOON.plusSeconds(60));
    flow.settle();

    List<ArticleVerdict> verdicts = flow.verdicts();
    assertThat(verdicts.get(1).copyOf()).isEqualTo("urn:a");
    assertThat(verdicts.get(1).storyId()).isEqualTo(verdicts.get(0).storyId());
    assertThat(flow.events()).extracting(StoryEvent::seq).containsExactly(1L, 2L, 3L);
    Story story = last(flow.stories());
    assertThat(story.articleCount()).isEqualTo(2);
    assertThat(story.copyCount()).isEqualTo(1);
  }

  @Test
  void anOlderOrEqualVersionOnlyCountsAsAResend() {
    flow.send(item("urn:a", 2, "Harbour bridge closed", BRIDGE), NOON);
    flow.send(item("urn:a", 1, "Harbour bridge open", BRIDGE), NOON.plusSeconds(1));
    flow.send(item("urn:a", 2, "Harbour bridge closed", BRIDGE), NOON.plusSeconds(2));
    flow.settle();

    List<ArticleVerdict> verdicts = flow.verdicts();
    assertThat(verdicts).extracting(ArticleVerdict::resends).containsExactly(0, 1, 2);
    assertThat(verdicts).extracting(ArticleVerdict::headline).containsOnly("Harbour bridge closed");
    assertThat(flow.events()).hasSize(2);
  }

  @Test
  void aKilledArticleLeavesItsStoryWithAllItsText() {
    flow.send(item("urn:a", 1, "Harbour bridge closed", BRIDGE), NOON);
    flow.send(
        "{\"uri\":\"urn:a\",\"version\":\"2\",\"pubStatus\":\"canceled\","
            + "\"headlines\":[{\"value\":\"Harbour bridge closed\"}],\"language\":\"en\"}",
        NOON.plusSeconds(60));
    flow.settle();

    ArticleVerdict verdict = last(flow.verdicts());
    assertThat(verdict.status()).isEqualTo(Status.CANCELED);
    assertThat(verdict.storyId()).isNull();
    assertThat(verdict.headline()).isNull();
    Story story = last(flow.stories());
    assertThat(story.status()).isEqualTo(Story.Status.CLOSED);
    assertThat(story.articles()).isEmpty();
    assertThat(story.headline()).doesNotContain("bridge");
    assertThat(story.summary()).isEmpty();
    assertThat(story.terms()).isEmpty();
    assertThat(story.entities()).isEmpty();
  }

  @Test
  void aKillActsOnItsItemInEitherOrderOfArrival() {
    flow.send(item("urn:a", 1, "Harbour bridge closed", BRIDGE), NOON);
    flow.send(note("urn:kill", "kills", "urn:a"), NOON.plusSeconds(60));
    flow.send(note("urn:kill2", "kills", "urn:b"), NOON.plusSeconds(90));
    String made =
        item("urn:b", 1, "Bridge shut", BRIDGE)
            .replaceFirst("\\{", "{\"versionCreated\":\"" + NOON + "\",");
    flow.send(made, NOON.plusSeconds(95));
    flow.settle();

    List<ArticleVerdict> verdicts = flow.verdicts();
    assertThat(verdicts)
        .extracting(ArticleVerdict::uri, ArticleVerdict::status)
        .contains(
            tuple("urn:kill", Status.ADVISORY),
            tuple("urn:a", Status.CANCELED),
            tuple("urn:kill2", Status.ADVISORY),
            tuple("urn:b", Status.CANCELED));
    assertThat(last(flow.stories()).articleCount()).isZero();
  }

  @Test
  void aHoldIsLiftedByARelease() {
    flow.send(item("urn:a", 1, "Harbour bridge closed", BRIDGE), NOON);
    flow.send(note("urn:hold", "holds", "urn:a"), NOON.plusSeconds(60));
    flow.send(note("urn:go", "releases", "urn:a"), NOON.plusSeconds(120));
    flow.settle();

    assertThat(flow.verdicts())
        .filteredOn(v -> v.uri().equals("urn:a"))
        .extracting(ArticleVerdict::status)
        .containsExactly(Status.USABLE, Status.WITHHELD, Status.USABLE);
  }

  @Test
  void decidesArticlesInTheOrderOfTheirTimes() {
    flow.send(item("urn:later", 1, "Harbour bridge closed", BRIDGE), NOON.plusMillis(20));
    flow.send(item("urn:earlier", 1, "Bridge shut", BRIDGE), NOON);
    flow.settle();

    assertThat(flow.verdicts())
        .extracting(ArticleVerdict::uri)
        .containsExactly("urn:earlier", "urn:later");
  }

  @Test
  void releasesAnEmbargoedArticleAtTheEndOfItsEmbargo() {
    String embargoed =
        item("urn:a", 1, "Harbour bridge closed", BRIDGE)
            .replace("{\"uri\"", "{\"embargoedUntil\":\"2126-03-12T12:00:00Z\",\"uri\"");
    flow.send(embargoed, NOON);
    flow.settle();
    assertThat(flow.verdicts()).isEmpty();

    Instant after = Instant.parse("2126-03-12T12:00:01Z");
    flow.send(item("urn:b", 1, "Snow in Oslo", "Snow fell on Oslo all night."), after);
    flow.settle();

    assertThat(flow.verdicts()).extracting(ArticleVerdict::uri).containsExactly("urn:a", "urn:b");
  }

  @Test
  void anIdleStoryClosesAndRetires() {
    flow.send(item("urn:a", 1, "Harbour bridge closed", BRIDGE), NOON);
    flow.send(
        item("urn:b", 1, "Snow in Oslo", "Snow fell on Oslo all night."),
        NOON.plus(Duration.ofDays(3)));
    flow.send(
        item("urn:c", 1, "Spring in Rome", "The Tiber rose in the spring rain on Monday."),
        NOON.plus(Duration.ofDays(40)));
    flow.send(
        item("urn:d", 1, "Rain in Bern", "Rain fell on Bern.").replace("Harbour Wire", "Post"),
        NOON.plus(Duration.ofDays(40)));
    flow.settle();

    assertThat(flow.events()).filteredOn(e -> e instanceof StoryEvent.Closed).hasSize(2);
    assertThat(flow.tombstones()).hasSize(2);
  }

  @Test
  void aVersionInAnotherLanguageMovesTheArticleToItsLane() {
    flow.send(item("urn:a", 1, "Harbour bridge closed", BRIDGE), NOON);
    String french =
        "Le pont du port de Brenholm a été fermé jeudi à toute circulation après la découverte de"
            + " fissures dans deux de ses câbles principaux, a déclaré l'ingénieure de la ville.";
    flow.send(
        item("urn:a", 2, "Le pont du port est fermé", french).replace("\"en\"", "\"fr\""),
        NOON.plusSeconds(60));
    flow.settle();

    assertThat(flow.verdicts()).extracting(ArticleVerdict::lane).containsExactly("en", "fr");
    assertThat(flow.events())
        .filteredOn(e -> e instanceof StoryEvent.ArticleWithdrawn)
        .extracting(e -> ((StoryEvent.ArticleWithdrawn) e).cause())
        .containsExactly(StoryEvent.ArticleWithdrawn.Cause.MOVED_LANE);
  }

  @Test
  void aKillWithoutALanguageIsAKillInTheLaneOfTheArticle() {
    flow.send(item("urn:a", 1, "Harbour bridge closed", BRIDGE), NOON);
    flow.send(
        item("urn:b", 1, "Bridge closed", BRIDGE).replace("Harbour Wire", "Island Gazette"),
        NOON.plusSeconds(60));
    String kill = "{\"uri\":\"urn:a\",\"version\":\"2\",\"pubStatus\":\"canceled\"}";
    flow.send(kill, NOON.plusSeconds(120));
    flow.settle();

    assertThat(flow.events())
        .filteredOn(e -> e instanceof StoryEvent.ArticleWithdrawn)
        .extracting(e -> ((StoryEvent.ArticleWithdrawn) e).cause())
        .containsExactly(StoryEvent.ArticleWithdrawn.Cause.CANCELED);
    ArticleVerdict.Notice killed =
        new ArticleVerdict.Notice(ArticleVerdict.Notice.Kind.ORIGINAL_KILLED, "urn:a");
    assertThat(flow.verdicts())
        .filteredOn(verdict -> verdict.uri().equals("urn:b"))
        .last()
        .satisfies(copy -> assertThat(copy.notices()).containsExactly(killed));
  }

  private static String note(String uri, String role, String of) {
    return """
        {"uri":"%s","language":"en","headlines":[{"value":"Note to editors"}],\
        "infoSources":[{"name":"Harbour Wire"}],"associations":[{"role":"%s","uri":"%s"}]}"""
        .formatted(uri, role, of);
  }

  private static String item(String uri, int version, String headline, String body) {
    return """
        {"uri":"%s","version":"%d","language":"en","headlines":[{"value":"%s"}],\
        "bodies":[{"contentType":"text/plain","value":"%s"}],\
        "infoSources":[{"name":"Harbour Wire"}]}"""
        .formatted(uri, version, headline, body);
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }
}
