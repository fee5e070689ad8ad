package dev.storywire.story.vector;

import dev.storywire.schemas.Entity;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.text.terms.Terms;
import java.util.List;

/**
 * The part of an article that the choice of a story uses.
 *
 * @param eventTime epoch milliseconds
 * @param source the publisher; "" if it is not known
 * @param terms its words and word pairs
 * @param names the entities that its names are linked to, each once, in order of first mention;
 *     empty if they are not used as evidence
 */
public record ArticleView(
    String uri, long eventTime, String source, Terms terms, List<Entity> names) {

  /** The only language whose names the story models were trained on. */
  private static final String NAMES_TRAINED_ON = "en";

  /**
   * Creates the view of a prepared article. Names in a language that the story models were not
   * trained on are no evidence: the models score such an article like one without names.
   *
   * @param names the entities that the lane linked the article's names to
   */
  public static ArticleView of(PreparedArticle article, List<Entity> names) {
    return new ArticleView(
        article.uri(),
        article.orderTime(),
        article.source() == null ? "" : article.source(),
        article.terms(),
        article.language().equals(NAMES_TRAINED_ON) ? names : List.of());
  }
}
