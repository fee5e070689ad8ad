package dev.storywire.story;

import static java.util.Objects.requireNonNull;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.ArticleVerdict.Status;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.schemas.StoryMembers;
import dev.storywire.story.prepare.Advisory;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.state.InMemoryLaneStore;
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
