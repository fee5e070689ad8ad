package dev.storywire.serve.page;

import dev.storywire.schemas.Edit;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryBuilder;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.schemas.StoryEventArticleRevisedBuilder;
import dev.storywire.serve.InMemoryQueries;
import dev.storywire.serve.query.EditIntake;
import java.util.Objects;

/** Applies pinned headlines to sample stories, and ignores other edits. */
final class SamplePins implements EditIntake {
  private final InMemoryQueries queries;

  SamplePins(InMemoryQueries queries) {
    this.queries = queries;
  }

  @Override
  public void take(Edit edit) {
    if (edit instanceof Edit.Pin pin) {
      Story story = queries.story(pin.story()).orElseThrow();
      Story.Member member =
          story.articles().stream()
              .filter(article -> article.uri().equals(pin.article()))
              .findFirst()
              .orElseThrow();
      queries.publish(
          StoryEventArticleRevisedBuilder.builder()
              .storyId(pin.story())
              .seq(story.seq() + 1)
              .at(story.lastUpdated())
              .lane(pin.lane())
              .uri(pin.article())
              .version(member.version())
              .relation(member.relation())
              .copyOf(member.copyOf())
              .source(member.source())
              .edit(new StoryEvent.Edited(pin.id(), pin.by(), pin.reason()))
              .build());
      queries.publish(
          StoryBuilder.builder(story)
              .seq(story.seq() + 1)
              .headline(Objects.requireNonNull(member.headline()))
              .build());
    }
  }
}
