package dev.storywire.serve;

import dev.storywire.schemas.Story;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Says whether a story of the list is one that a query asks for. */
final class StoryFilter implements Predicate<IndexedStory> {
  private final Story.@Nullable Status status;
  private final @Nullable String lane;
  private final @Nullable String entity;
  private final @Nullable String entityName;
  private final List<String> words;

  StoryFilter(StoryQuery query) {
    this.status = query.status();
    this.lane = query.lane();
    this.entity = query.entity();
    this.entityName = query.entity() == null ? null : IndexedStory.fold(query.entity());
    this.words = query.text() == null ? List.of() : words(query.text());
  }

  @Override
  public boolean test(IndexedStory story) {
    StoryLine line = story.line();
    boolean wantedStatus =
        status == null ? line.status() != Story.Status.MERGED : line.status() == status;
    return wantedStatus
        && (lane == null || line.lane().equals(lane))
        && (entity == null
            || story.names().contains(entity)
            || (entityName != null && story.names().contains(entityName)))
        && words.stream().allMatch(story.words()::contains);
  }

  /** Each word with the space before it, so that it is looked for where a word begins. */
  private static List<String> words(String text) {
    return List.of(IndexedStory.fold(text).split("(?=\\s)")).stream()
        .filter(word -> !word.isBlank())
        .map(word -> Character.isIdeographic(word.codePointAt(1)) ? word.strip() : word)
        .toList();
  }
}
