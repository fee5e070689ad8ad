package dev.storywire.story;

import dev.storywire.text.Terms;
import java.util.List;

/**
 * What the choice of a story needs to know of an article.
 *
 * @param eventTime epoch milliseconds
 * @param source who published it; "" where not known
 * @param terms its words and word pairs
 * @param names keys of the names in it, normalised, each once, in order of first mention
 */
public record ArticleView(
    String uri, long eventTime, String source, Terms terms, List<String> names) {}
