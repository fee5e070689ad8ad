package dev.storywire.story.vector;

import dev.storywire.schemas.Entity;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.prepare.RecurringForm;
import dev.storywire.text.terms.Terms;
import java.util.List;

/**
 * The part of an article that the choice of a story uses.
 *
 * @param eventTime epoch milliseconds
 * @param source the publisher; "" if it is not known
 * @param terms its words and word pairs
 * @param names the entities that its names are linked to, each once, in order of first mention
 * @param scoresNames true if the models score the names; else names only exclude the stories that
 *     share none of them
 * @param recurring true for a notice that is sent every day or week under the same title
 */
public record ArticleView(
    String uri,
    long eventTime,
    String source,
    Terms terms,
    List<Entity> names,
    boolean scoresNames,
    boolean recurring) {

  /** The only language whose names the story models were trained on. */
  private static final String NAMES_TRAINED_ON = "en";

  /** Creates a view whose names are scored. */
  public ArticleView(String uri, long eventTime, String source, Terms terms, List<Entity> names) {
    this(uri, eventTime, source, terms, names, true, false);
  }

  /**
   * Creates the view of a prepared article. The models score an article in a language that they
   * were not trained on like one without names.
   *
   * @param names the entities that the lane linked the article's names to
   */
  public static ArticleView of(PreparedArticle article, List<Entity> names) {
    return new ArticleView(
        article.uri(),
        article.orderTime(),
        article.source() == null ? "" : article.source(),
        article.terms(),
        names,
        article.language().equals(NAMES_TRAINED_ON),
        RecurringForm.isTitle(article.headline(), article.language()));
  }

  /** Returns the view of the same article without its names. */
  public ArticleView withoutNames() {
    return new ArticleView(uri, eventTime, source, terms, List.of(), scoresNames, recurring);
  }

  /** Returns the view of the same article without its source. */
  public ArticleView withoutSource() {
    return new ArticleView(uri, eventTime, "", terms, names, scoresNames, recurring);
  }

  /** Returns the view of the same article at another time. */
  public ArticleView at(long time) {
    return new ArticleView(uri, time, source, terms, names, scoresNames, recurring);
  }
}
