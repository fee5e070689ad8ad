package dev.storywire.story;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.ArticleVerdict.Status;
import dev.storywire.schemas.Edit;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.schemas.StoryMembers;
import dev.storywire.story.cluster.StoryModels;
import dev.storywire.story.prepare.Advisory;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.state.InMemoryLaneStore;
import dev.storywire.story.state.LaneOutput;
import dev.storywire.story.state.LaneSettings;
import dev.storywire.story.trees.BoostedTrees;
import dev.storywire.story.vector.WordEmbeddings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A lane with the state that consumers of its outputs have. */
final class Desk {
  final Map<String, ArticleVerdict> verdicts = new TreeMap<>();
  final Map<String, Story> stories = new TreeMap<>();
  final Map<String, StoryMembers> members = new TreeMap<>();
  final List<StoryEvent> events = new ArrayList<>();
  final InMemoryLaneStore store = new InMemoryLaneStore();
  private final Lane lane;

  Desk() {
    this(LaneSettings.defaults());
  }

  Desk(LaneSettings settings) {
    lane = new Lane("en", settings, store);
  }

  /** Creates a lane that joins and merges all that share a word, and splits if {@code splits}. */
  static Desk eager(boolean splits) {
    return new Desk(eagerModels(splits));
  }

  /** Returns models that join and merge all that share a word, and split if {@code splits}. */
  static StoryModels eagerModels(boolean splits) {
    return new StoryModels(
        StoryModels.shipped().stems(),
        WordEmbeddings.NONE,
        always(),
        always(),
        splits ? always() : never());
  }

  private Desk(StoryModels models) {
    lane = new Lane("en", LaneSettings.defaults(), store, models);
  }

  private static BoostedTrees always() {
    return BoostedTrees.parse(List.of("threshold 0"), List.of());
  }

  private static BoostedTrees never() {
    return BoostedTrees.parse(List.of("threshold 2"), List.of());
  }

  /** Accepts items in order, first their advisories by uri. */
  Desk take(Item... items) {
    for (Item item : items) {
      PreparedArticle article = item.prepared();
      for (Advisory advisory : article.advisories()) {
        if (advisory.uri() != null) {
          apply(lane.applyAdvisory(advisory, article));
        }
      }
      apply(lane.accept(article));
    }
    return this;
  }

  /** Applies edits in order and returns the codes of those that were refused. */
  List<String> edit(Edit... edits) {
    List<String> codes = new ArrayList<>();
    for (Edit edit : edits) {
      List<LaneOutput> outputs = lane.applyEdit(edit);
      apply(outputs);
      for (LaneOutput output : outputs) {
        if (output instanceof LaneOutput.EditRefused refused) {
          codes.add(refused.refusal().code());
        }
      }
    }
    return codes;
  }

  ArticleVerdict verdict(String uri) {
    return requireNonNull(verdicts.get(uri), uri);
  }

  Status status(String uri) {
    return verdict(uri).status();
  }

  String because(String uri) {
    return requireNonNull(verdict(uri).reasons()).because();
  }

  Story story(ArticleVerdict member) {
    return requireNonNull(stories.get(requireNonNull(member.storyId())));
  }

  /** Returns the members of a story by its events, also after it has retired. */
  Set<String> members(String storyId) {
    return requireNonNull(members.get(storyId), storyId).uris();
  }

  Story story(String storyId) {
    return requireNonNull(stories.get(storyId), storyId);
  }

  StoryEvent lastEvent(String storyId) {
    List<StoryEvent> own = events.stream().filter(e -> e.storyId().equals(storyId)).toList();
    return own.get(own.size() - 1);
  }

  String storyId(String uri) {
    return requireNonNull(verdict(uri).storyId());
  }

  /** Checks that the members by the events are the articles whose verdicts name the story. */
  void assertMembersMatchVerdicts() {
    members.forEach(
        (id, story) ->
            assertThat(story.uris())
                .as(id)
                .containsExactlyInAnyOrderElementsOf(
                    verdicts.values().stream()
                        .filter(verdict -> id.equals(verdict.storyId()))
                        .map(ArticleVerdict::uri)
                        .toList()));
    stories.forEach(
        (id, story) -> {
          assertThat(story.articleCount()).as(id).isEqualTo(members(id).size());
          assertThat(story.seq()).as(id).isEqualTo(requireNonNull(members.get(id)).seq());
          assertThat(story.status()).as(id).isEqualTo(requireNonNull(members.get(id)).status());
        });
  }

  private void apply(List<LaneOutput> outputs) {
    for (LaneOutput output : outputs) {
      if (output instanceof LaneOutput.Verdict said) {
        verdicts.put(said.verdict().uri(), said.verdict());
      } else if (output instanceof LaneOutput.Snapshot said) {
        stories.put(said.story().storyId(), said.story());
      } else if (output instanceof LaneOutput.ArticleExpired said) {
        verdicts.remove(said.uri());
      } else if (output instanceof LaneOutput.StoryRetired said) {
        stories.remove(said.storyId());
      } else if (output instanceof LaneOutput.Event said) {
        events.add(said.event());
        members.computeIfAbsent(said.event().storyId(), StoryMembers::new).apply(said.event());
      }
    }
  }
}
