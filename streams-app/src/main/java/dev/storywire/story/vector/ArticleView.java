package dev.storywire.story.vector;

import dev.storywire.schemas.Entity;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.text.terms.Terms;
import java.util.List;

/**
 * What the choice of a story needs to know of an article.
 *
 * @param eventTime epoch milliseconds
 * @param source who published it; "" where not known
 * @param terms its words and word pairs
 * @param names what its names stand for in the lane, each once, in order of first mention
 */
public record ArticleView(
    String uri, long eventTime, String source, Terms terms, List<Entity> names) {

  /** What a lane knows of a prepared article; {@code names} are those it linked. */
  public static ArticleView of(PreparedArticle article, List<Entity> names) {
    return new ArticleView(
        article.uri(),
        article.orderTime(),
        article.source() == null ? "" : article.source(),
        article.terms(),
        names);
  }
}
