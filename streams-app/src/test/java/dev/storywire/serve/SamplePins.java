package dev.storywire.serve;

import dev.storywire.schemas.Edit;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryBuilder;
import dev.storywire.schemas.StoryEvent;
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
          new StoryEvent.ArticleRevised(
              pin.story(),
              story.seq() + 1,
              story.lastUpdated(),
              pin.lane(),
              pin.article(),
              member.version(),
              member.relation(),
              member.copyOf(),
              member.source(),
              null,
              new StoryEvent.Edited(pin.id(), pin.by(), pin.reason())));
      queries.publish(
          StoryBuilder.builder(story)
              .seq(story.seq() + 1)
              .headline(Objects.requireNonNull(member.headline()))
              .build());
    }
  }
}
