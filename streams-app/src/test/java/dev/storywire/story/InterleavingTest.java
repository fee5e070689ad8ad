package dev.storywire.story;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.ArticleVerdict.Relation;
import dev.storywire.schemas.ArticleVerdict.Status;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryMembers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Checks that the final state of a lane does not depend on the order in which items arrive. */
class InterleavingTest {

  @Property(tries = 80)
  void theResultDoesNotDependOnTheOrderOfArrival(@ForAll("arrivals") List<Item> arrivals) {
    List<Item> asMade = new ArrayList<>(arrivals);
    asMade.sort(Comparator.comparing(Item::sent));
    Desk punctual = new Desk().take(asMade.toArray(Item[]::new));
    Desk late = new Desk().take(arrivals.toArray(Item[]::new));

    assertThat(standing(late)).isEqualTo(standing(punctual));
    assertThat(stories(late)).isEqualTo(stories(punctual));
  }

  @Property(tries = 40)
  void theOutputsAreConsistentAtAllTimes(@ForAll("arrivals") List<Item> arrivals)
      throws JsonProcessingException {
    Desk desk = new Desk();
    for (Item item : arrivals) {
      desk.take(item);
      checkStoriesAgainstVerdictsAndEvents(desk);
      checkThatNoWithdrawnTextIsLeft(desk);
    }
  }

  /** Generates any of the messages, any number of times, in any order. */
  @Provide
  Arbitrary<List<Item>> arrivals() {
    return Arbitraries.of(Wire.messages()).list().ofMinSize(4).ofMaxSize(30);
  }

  private static Map<String, String> standing(Desk desk) {
    Map<String, String> standing = new TreeMap<>();
    desk.verdicts.forEach(
        (uri, verdict) -> {
          List<ArticleVerdict.Notice> notices =
              verdict.notices().stream()
                  .filter(n -> n.act() != ArticleVerdict.Notice.Kind.ORIGINAL_KILLED)
                  .toList();
          standing.put(uri, verdict.version() + " " + verdict.status() + " " + notices);
        });
    return standing;
  }

  private static Set<Set<String>> stories(Desk desk) {
    return desk.stories.values().stream()
        .filter(story -> story.articleCount() > 0)
        .map(InterleavingTest::uris)
        .collect(toSet());
  }

  private static Set<String> uris(Story story) {
    return story.articles().stream().map(Story.Member::uri).collect(toSet());
  }

  private static void checkStoriesAgainstVerdictsAndEvents(Desk desk) {
    Map<String, Set<String>> byVerdicts = new TreeMap<>();
    for (ArticleVerdict verdict : desk.verdicts.values()) {
      assertThat(verdict.storyId() != null).isEqualTo(verdict.status() == Status.USABLE);
      if (verdict.storyId() != null) {
        byVerdicts.computeIfAbsent(verdict.storyId(), id -> new HashSet<>()).add(verdict.uri());
      }
      if (verdict.copyOf() != null) {
        ArticleVerdict original = desk.verdict(verdict.copyOf());
        assertThat(original.relation()).isEqualTo(Relation.ORIGINAL);
        assertThat(original.storyId()).isEqualTo(verdict.storyId());
      }
    }
    for (Story story : desk.stories.values()) {
      Set<String> members = byVerdicts.getOrDefault(story.storyId(), Set.of());
      StoryMembers folded = requireNonNull(desk.members.get(story.storyId()));
      assertThat(uris(story)).isEqualTo(members);
      assertThat(folded.uris()).isEqualTo(members);
      assertThat(folded.status()).isEqualTo(story.status());
      assertThat(folded.seq()).isEqualTo(story.seq());
      assertThat(story.articleCount()).isEqualTo(members.size());
    }
  }

  private static void checkThatNoWithdrawnTextIsLeft(Desk desk) throws JsonProcessingException {
    String read =
        Json.mapper().writeValueAsString(desk.verdicts.values())
            + Json.mapper().writeValueAsString(desk.stories.values());
    for (ArticleVerdict verdict : desk.verdicts.values()) {
      if (verdict.status() != Status.USABLE) {
        assertThat(read).doesNotContain(Wire.mark(verdict.uri()));
      }
    }
  }
}
