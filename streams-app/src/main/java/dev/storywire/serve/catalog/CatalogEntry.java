package dev.storywire.serve.catalog;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.storywire.schemas.Entity;
import dev.storywire.schemas.Story;
import dev.storywire.serve.query.Cursor;
import dev.storywire.serve.query.Redaction;
import dev.storywire.serve.query.SearchHit;
import dev.storywire.serve.query.StoryListItem;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A story in the list with its search keys.
 *
 * @param words folded words of its headlines, summary, names and terms
 * @param entities its entities, most mentioned first
 * @param sources folded names of the sources of its articles
 * @param texts searched texts that the list does not show
 */
record CatalogEntry(
    StoryListItem line,
    String words,
    List<Entity> entities,
    Set<String> sources,
    List<SearchHit> texts) {
  private static final int MAX_WORDS = 8_000;

  static CatalogEntry of(Story snapshot) {
    Story story = Redaction.of(snapshot);
    StringBuilder words = new StringBuilder();
    append(words, story.headline());
    story.summary().forEach(sentence -> append(words, sentence.text()));
    story.entities().forEach(entity -> append(words, entity.name()));
    story.terms().forEach(term -> append(words, term));
    story.articles().forEach(article -> append(words, article.headline()));
    Set<String> sources =
        story.articles().stream()
            .map(Story.Member::source)
            .filter(Objects::nonNull)
            .map(FoldedText::of)
            .collect(toUnmodifiableSet());
    StoryListItem line = StoryListItem.of(story);
    return new CatalogEntry(line, words.toString(), story.entities(), sources, texts(story, line));
  }

  private static List<SearchHit> texts(Story story, StoryListItem line) {
    Stream<SearchHit> sentences =
        story.summary().stream()
            .map(Story.SummarySentence::text)
            .filter(sentence -> !sentence.equals(line.lead()))
            .map(sentence -> new SearchHit(SearchHit.Field.SUMMARY, sentence));
    Stream<SearchHit> headlines =
        story.articles().stream()
            .map(Story.Member::headline)
            .filter(headline -> headline != null && !headline.equals(story.headline()))
            .distinct()
            .map(headline -> new SearchHit(SearchHit.Field.ARTICLE, headline));
    Stream<SearchHit> names =
        story.entities().stream()
            .skip(StoryListItem.MAX_ENTITIES)
            .map(entity -> new SearchHit(SearchHit.Field.NAME, entity.name()));
    Stream<SearchHit> terms =
        story.terms().stream().map(term -> new SearchHit(SearchHit.Field.TERM, term));
    return Stream.of(sentences, headlines, names, terms).flatMap(hits -> hits).toList();
  }

  /**
   * Returns the entry of the list. Of the searched texts that the entry does not show, adds the one
   * that has most of the missing words.
   */
  StoryListItem found(SearchText search) {
    StringBuilder shown = new StringBuilder();
    append(shown, line.headline());
    append(shown, line.lead());
    line.entities().forEach(entity -> append(shown, entity.name()));
    List<String> missing = search.missing(shown.toString());
    if (missing.isEmpty()) {
      return line;
    }
    SearchHit best = null;
    long most = 0;
    for (SearchHit text : texts) {
      String words = FoldedText.field(text.text());
      long found = missing.stream().filter(words::contains).count();
      if (found > most) {
        best = text;
        most = found;
      }
    }
    return best == null ? line : line.withHit(best);
  }

  /** Returns the position of the story in the list. */
  Cursor place() {
    return Cursor.of(line);
  }

  /** Returns the entity with this id; null if the story does not name it. */
  @Nullable Entity entity(String id) {
    for (Entity entity : entities) {
      if (entity.id().equals(id)) {
        return entity;
      }
    }
    return null;
  }

  /** Returns true if the story names any of these entities. */
  boolean namesAny(Set<String> ids) {
    return entities.stream().anyMatch(entity -> ids.contains(entity.id()));
  }

  private static void append(StringBuilder words, @Nullable String text) {
    if (text != null && words.length() + text.length() < MAX_WORDS) {
      words.append(FoldedText.field(text));
    }
  }
}
