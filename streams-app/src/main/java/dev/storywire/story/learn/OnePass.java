package dev.storywire.story.learn;

import dev.storywire.story.cluster.DecisionObserver;
import dev.storywire.story.cluster.JoinDecision;
import dev.storywire.story.cluster.Repair;
import dev.storywire.story.cluster.StoryIndex;
import dev.storywire.story.cluster.StoryModels;
import dev.storywire.story.vector.ArticleView;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides a stream with a {@link StoryIndex} as a lane does, without copies and versions. */
final class OnePass {
  private final StoryIndex index;
  private final Map<String, String> mergedInto = new HashMap<>();
  private final Map<String, String> assigned = new LinkedHashMap<>();

  OnePass(StoryModels models, DecisionObserver observer) {
    index = new StoryIndex(models, observer);
  }

  /** Overrides decisions: returns the story of an article, or null for the decision. */
  interface Teacher {
    @Nullable String story(ArticleView article);
  }

  /** Decides one article, then applies the repairs. */
  void take(ArticleView article, Teacher teacher) {
    index.advance(article.eventTime());
    JoinDecision decision = index.decide(article);
    String taught = teacher.story(article);
    String story =
        taught != null ? taught : decision.storyId() == null ? article.uri() : decision.storyId();
    index.add(article, story);
    assigned.put(article.uri(), story);
    if (taught == null) {
      for (Repair repair : index.repairs(story)) {
        if (repair instanceof Repair.Merge merge) {
          index.apply(merge, null);
          mergedInto.put(merge.from(), merge.into());
        } else if (repair instanceof Repair.Split split) {
          String fresh = article.uri() + "#split";
          index.apply(split, fresh);
          split.uris().forEach(uri -> assigned.put(uri, fresh));
        }
      }
    }
  }

  /** Returns the current story of each article, in the order of arrival. */
  Map<String, String> stories() {
    Map<String, String> stories = new LinkedHashMap<>();
    assigned.forEach((uri, story) -> stories.put(uri, currentStory(story)));
    return stories;
  }

  private String currentStory(String story) {
    String into = mergedInto.get(story);
    return into == null ? story : currentStory(into);
  }
}
