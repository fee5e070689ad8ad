package dev.storywire.producer.formats.page;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the element that contains the whole article, if the page marks it clearly. Everything
 * outside it, such as comments and teasers, is then not part of the article, whatever its length.
 */
final class ArticleElement {
  /** Shortest article, in characters. */
  private static final int SHORTEST = 120;

  private ArticleElement() {}

  /** Returns the element; null if extraction has to search the page. */
  static @Nullable Element of(Document page) {
    Element marked = only(page.select("body [itemprop=articleBody]"));
    Element article = marked == null ? only(page.select("body article")) : marked;
    return article == null ? aroundHeading(page) : article;
  }

  /** Returns the single element of its kind; null if there are more, or it has little text. */
  private static @Nullable Element only(List<Element> elements) {
    return elements.size() == 1 && length(elements.get(0)) >= SHORTEST ? elements.get(0) : null;
  }

  /**
   * Returns the smallest element that contains the single heading and some paragraphs, unless more
   * text is elsewhere: a heading may stand in a box with a summary.
   */
  private static @Nullable Element aroundHeading(Document page) {
    List<Element> headings = page.select("h1");
    if (headings.size() != 1) {
      return null;
    }
    for (Element element : headings.get(0).parents()) {
      if (element.equals(page.body())) {
        return null;
      }
      if (element.select("p").size() > 1 && length(element) >= SHORTEST) {
        return 3 * length(element) >= length(page) ? element : null;
      }
    }
    return null;
  }

  /** Returns the length of the paragraphs and list items in an element. */
  static int length(Element element) {
    return element.select("p, li:not(:has(p))").stream().mapToInt(p -> p.text().length()).sum();
  }
}
