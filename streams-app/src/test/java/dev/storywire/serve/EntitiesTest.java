package dev.storywire.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storywire.schemas.Entity;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests the entities of the stories in memory, and their endpoints. */
class EntitiesTest {
  private final InMemoryQueries queries = new InMemoryQueries();
  private final TestServer service = TestServer.over(queries);

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void listsThoseInMostOpenStoriesFirst() {
    queries.publish(naming("s1", Story.Status.CLOSED, 0, "Lindhamn", "Tove Lind"));
    queries.publish(naming("s2", Story.Status.CLOSED, 10, "Lindhamn"));
    queries.publish(naming("s3", Story.Status.OPEN, 20, "Tove Lind"));
    queries.publish(naming("s4", Story.Status.OPEN, 30, "Zoë Åkesson"));

    JsonNode page = service.json("/api/entities");

    assertThat(page.findValuesAsText("name"))
        .containsExactly("Tove Lind", "Zoë Åkesson", "Lindhamn");
    assertThat(page.at("/entities/0/storyCount").asInt()).isEqualTo(2);
    assertThat(page.at("/entities/0/openCount").asInt()).isEqualTo(1);
    assertThat(names("?q=lin")).containsExactly("Tove Lind", "Lindhamn");
    assertThat(names("?q=zoe+AK")).containsExactly("Zoë Åkesson");
    assertThat(names("?q=hamn")).isEmpty();
    assertThat(names("?type=org")).isEmpty();
    assertThat(names("?type=PER")).hasSize(3);
  }

  @Test
  void showsTheStoriesAndCompanionsOfAnEntity() {
    queries.publish(naming("s1", Story.Status.OPEN, 0, "Tove Lind", "Lindhamn"));
    queries.publish(naming("s2", Story.Status.CLOSED, 10, "Tove Lind", "Lindhamn", "Harbour Port"));
    queries.publish(naming("s3", Story.Status.OPEN, -24 * 60, "Tove Lind"));
    queries.publish(naming("s4", Story.Status.OPEN, 20, "Lindhamn"));

    JsonNode answer = service.json("/api/entities/tove-lind");

    assertThat(answer.at("/entity/name").asText()).isEqualTo("Tove Lind");
    assertThat(answer.at("/stories").findValuesAsText("storyId")).containsExactly("s2", "s1", "s3");
    assertThat(answer.at("/spellings").toString())
        .isEqualTo("[{\"name\":\"Tove Lind\",\"storyCount\":3}]");
    assertThat(answer.at("/with").findValuesAsText("id"))
        .containsExactly("lindhamn", "harbour-port");
    assertThat(answer.at("/with/0/storyCount").asInt()).isEqualTo(2);
    assertThat(answer.at("/days").toString())
        .isEqualTo(
            "[{\"day\":\"2026-03-02\",\"storyCount\":2},{\"day\":\"2026-03-01\",\"storyCount\":1}]");
    assertThat(answer.at("/lanes/0/lane").asText()).isEqualTo("en");
  }

  @Test
  void countsSpellings() {
    queries.publish(naming("s1", Story.Status.OPEN, 0, "Tove Lind"));
    queries.publish(
        StoryBuilder.builder(naming("s2", Story.Status.OPEN, 10))
            .entities(List.of(new Entity("tove-lind", "Mayor Lind", Entity.Type.PER, 1)))
            .build());
    queries.publish(naming("s3", Story.Status.OPEN, -10, "Tove Lind"));

    JsonNode answer = service.json("/api/entities/tove-lind");

    assertThat(answer.at("/entity/name").asText()).isEqualTo("Mayor Lind");
    assertThat(answer.at("/spellings").findValuesAsText("name"))
        .containsExactly("Tove Lind", "Mayor Lind");
    assertThat(names("?q=tove")).containsExactly("Mayor Lind");
    assertThat(names("?q=tove+mayor")).isEmpty();
    assertThat(storiesNaming("tove+LIND")).hasSize(3);
    assertThat(storiesNaming("mayor+lind")).hasSize(3);

    queries.publish(naming("s2", Story.Status.OPEN, 20));

    assertThat(storiesNaming("tove+lind")).hasSize(2);
    assertThat(storiesNaming("mayor+lind")).isEmpty();
  }

  @Test
  void removesAnEntityWithItsLastStory() {
    queries.publish(StoryFixtures.open("s1", "Bridge closed", 0));
    queries.publish(StoryFixtures.emptied("s1", 9));

    assertThat(service.problem("/api/entities/tove-lind", 404)).contains("'tove-lind'");
    assertThat(names("")).isEmpty();
  }

  @Test
  void refusesAnInvalidQuery() {
    assertThat(service.problem("/api/entities?type=place", 400)).contains("PER, ORG, LOC or MISC");
    assertThat(service.problem("/api/entities?lane=en", 400)).contains("q, type, limit, cursor");
    assertThat(service.problem("/api/entities?cursor=!!", 400)).contains("cursor");
  }

  /** Returns a story that names these people. */
  static Story naming(String id, Story.Status status, int minutes, String... names) {
    List<Entity> entities = new ArrayList<>();
    for (String name : names) {
      String entityId = name.toLowerCase(Locale.ROOT).replace(' ', '-');
      entities.add(new Entity(entityId, name, Entity.Type.PER, 1));
    }
    return StoryBuilder.builder(StoryFixtures.story(id, 2, status, null, "Bridge closed", minutes))
        .entities(entities)
        .build();
  }

  private List<String> storiesNaming(String name) {
    return service.json("/api/stories?entity=" + name).findValuesAsText("storyId");
  }

  private List<String> names(String query) {
    return service.json("/api/entities" + query).findValuesAsText("name");
  }
}
