package dev.storywire.story;

import dev.storywire.text.CleanArticle;
import dev.storywire.text.Cleaner;
import dev.storywire.text.Terms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A stream of articles in their order, some of which are labelled with a story.
 *
 * @param labels story by uri; an article without one is background
 */
record LabelledStream(List<ArticleView> articles, Map<String, String> labels) {
  /** How much of each article is kept. */
  enum Cut {
    WHOLE(Integer.MAX_VALUE),
    /** The headline and the first paragraphs, as a brief has them. */
    BRIEF(900),
    /** The headline alone, as a flash. */
    HEADLINE(0);

    private final int chars;

    Cut(int chars) {
      this.chars = chars;
    }

    /** Longest text of it, chars. */
    int chars() {
      return chars;
    }

    private CleanArticle of(CleanArticle article) {
      List<String> kept = new ArrayList<>();
      int left = chars;
      for (String paragraph : article.paragraphs()) {
        if (left <= 0) {
          break;
        }
        kept.add(paragraph);
        left -= paragraph.length();
      }
      return new CleanArticle(article.headline(), kept, article.dateline(), article.byline());
    }
  }

  static LabelledStream of(List<LabelledArticle> articles, Cut cut) {
    Cleaner cleaner = new Cleaner();
    List<ArticleView> views = new ArrayList<>();
    Map<String, String> labels = new HashMap<>();
    for (LabelledArticle article : articles) {
      CleanArticle clean = cut.of(cleaner.clean(article.item()));
      views.add(
          new ArticleView(
              article.id(),
              article.time().toEpochMilli(),
              Objects.requireNonNullElse(article.source(), ""),
              Terms.of(clean, Objects.requireNonNullElse(article.language(), "en")),
              List.of()));
      if (article.story() != null && !article.story().isEmpty()) {
        labels.put(article.id(), article.story());
      }
    }
    return new LabelledStream(views, labels);
  }
}
