package dev.storywire.serve.catalog;

import dev.storywire.schemas.Story;
import dev.storywire.serve.query.StoryLine;
import dev.storywire.serve.query.StoryQuery;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tests whether a story matches a query. */
final class StoryFilter implements Predicate<CatalogEntry> {
  private final Story.@Nullable Status status;
  private final @Nullable String lane;
  private final @Nullable String entity;
  private final @Nullable String entityName;
  private final List<String> words;

  StoryFilter(StoryQuery query) {
    this.status = query.status();
    this.lane = query.lane();
    this.entity = query.entity();
    this.entityName = query.entity() == null ? null : CatalogEntry.fold(query.entity());
    this.words = query.text() == null ? List.of() : words(query.text());
  }

  @Override
  public boolean test(CatalogEntry story) {
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

  /**
   * Returns the words, each with a preceding space, so that they match only at the beginning of a
   * word.
   */
  private static List<String> words(String text) {
    return List.of(CatalogEntry.fold(text).split("(?=\\s)")).stream()
        .filter(word -> !word.isBlank())
        .map(word -> Character.isIdeographic(word.codePointAt(1)) ? word.strip() : word)
        .toList();
  }
}
