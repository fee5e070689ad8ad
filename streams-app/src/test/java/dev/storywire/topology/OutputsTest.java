package dev.storywire.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.storywire.app.demo.SampleDay;
import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.schemas.StoryMembers;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Checks the outputs of the topology against the contract. */
class OutputsTest {
  private static final Instant MORNING = Instant.parse("2026-03-12T06:00:00Z");

  private final Flow flow = new Flow();
  private final Map<String, Story> stories = new LinkedHashMap<>();
  private final Map<String, ArticleVerdict> verdicts = new LinkedHashMap<>();
  private List<StoryEvent> events = List.of();

  @AfterEach
  void close() {
    flow.close();
  }

  @Test
  void theOutputsOfTheSampleDayAreConsistent() throws IOException {
    for (SampleDay.Sent sent : SampleDay.wire()) {
      flow.send(sent.item().uri(), Json.mapper().writeValueAsBytes(sent.item()), sent.at());
    }
    takeOutputs();
    eventsFoldToSnapshots();
    verdictsAgreeWithStories();
    everyArticleStandsWhereItsAuthorSays();
  }

  @Test
  void noOutputContainsWordsOfAKilledArticle() throws IOException {
    send("u1", "{\"uri\":\"u1\",\"headlines\":[{\"value\":\"Porter arrested in Ghent\"}]}", 0);
    send("u1", "{\"uri\":\"u1\",\"version\":\"2\",\"pubStatus\":\"canceled\"}", 1);
    takeOutputs();
    eventsFoldToSnapshots();
    assertThat(json(verdicts) + json(stories.values())).doesNotContain("Porter", "Ghent");
    assertThat(json(events)).doesNotContain("Porter", "Ghent");
  }

  @Test
  void replacesTheHeadlineOfAWithdrawnArticle() throws IOException {
    String text = "Dockers in Rotterdam walk out over cranes and close three terminals";
    send("u1", "{\"uri\":\"u1\",\"headlines\":[{\"value\":\"Wrong: " + text + "\"}]}", 0);
    send("u2", "{\"uri\":\"u2\",\"headlines\":[{\"value\":\"" + text + " today\"}]}", 1);
    send("u1", "{\"uri\":\"u1\",\"version\":\"2\",\"pubStatus\":\"canceled\"}", 2);
    takeOutputs();
    eventsFoldToSnapshots();
    assertThat(json(verdicts) + json(stories.values())).contains("today").doesNotContain("Wrong");
  }

  private void send(String uri, String json, int minutes) {
    flow.send(uri, json.getBytes(UTF_8), MORNING.plusSeconds(60L * minutes));
  }

  private void takeOutputs() throws IOException {
    flow.settle();
    List<ArticleVerdict> allVerdicts = flow.verdicts();
    List<Story> snapshots = flow.stories();
    events = flow.events();
    validate("articles", allVerdicts);
    validate("stories", snapshots);
    validate("story-events", events);
    allVerdicts.forEach(verdict -> verdicts.put(verdict.uri(), verdict));
    snapshots.forEach(story -> stories.put(story.storyId(), story));
  }

  private void eventsFoldToSnapshots() {
    Map<String, List<StoryEvent>> published =
        events.stream().collect(groupingBy(StoryEvent::storyId));
    assertThat(published.keySet()).isEqualTo(stories.keySet());
    for (Story story : stories.values()) {
      var members = new StoryMembers(story.storyId());
      requireNonNull(published.get(story.storyId())).forEach(members::apply);
      assertThat(members.seq()).as(story.storyId()).isEqualTo(story.seq());
      assertThat(members.status()).as(story.storyId()).isEqualTo(story.status());
      assertThat(members.uris()).as(story.storyId()).isEqualTo(uris(story));
      assertThat(members.uris()).as(story.storyId()).hasSize(story.articleCount());
    }
  }

  private void verdictsAgreeWithStories() {
    for (ArticleVerdict verdict : verdicts.values()) {
      Set<String> in =
          stories.values().stream()
              .filter(story -> uris(story).contains(verdict.uri()))
              .map(Story::storyId)
              .collect(toSet());
      String storyId = verdict.storyId();
      assertThat(in).as(verdict.uri()).isEqualTo(storyId == null ? Set.of() : Set.of(storyId));
      if (verdict.copyOf() != null) {
        ArticleVerdict original = requireNonNull(verdicts.get(verdict.copyOf()));
        assertThat(original.relation()).isEqualTo(ArticleVerdict.Relation.ORIGINAL);
        assertThat(original.storyId()).isEqualTo(storyId);
      }
    }
  }

  private void everyArticleStandsWhereItsAuthorSays() {
    Map<String, String> storyIds = new LinkedHashMap<>();
    for (SampleDay.Truth truth : SampleDay.truth()) {
      ArticleVerdict verdict = requireNonNull(verdicts.get(truth.uri()));
      assertThat(verdict.status()).as(truth.uri()).isEqualTo(truth.status());
      assertThat(verdict.relation()).as(truth.uri()).isEqualTo(truth.relation());
      assertThat(verdict.copyOf()).as(truth.uri()).isEqualTo(truth.copyOf());
      String storyId = verdict.storyId();
      if (storyId != null) {
        assertThat(storyIds.computeIfAbsent(truth.story(), story -> storyId))
            .as("the story of %s", truth.uri())
            .isEqualTo(storyId);
      }
    }
    assertThat(storyIds.values()).as("two stories under one id").doesNotHaveDuplicates();
  }

  private static Set<String> uris(Story story) {
    return story.articles().stream().map(Story.Member::uri).collect(toSet());
  }

  private static String json(Object value) throws JsonProcessingException {
    return Json.mapper().writeValueAsString(value);
  }

  private static void validate(String topic, List<?> values) throws IOException {
    assertThat(values).isNotEmpty();
    try (InputStream in =
        Story.class.getResourceAsStream("/dev/storywire/schemas/" + topic + ".schema.json")) {
      JsonNode json = Json.mapper().readTree(in);
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(json);
      for (Object value : values) {
        JsonNode written = Json.mapper().valueToTree(value);
        assertThat(schema.validate(written)).as("%s", written).isEmpty();
      }
    }
  }
}
