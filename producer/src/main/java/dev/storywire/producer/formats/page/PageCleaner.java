package dev.storywire.producer.formats.page;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Removes boxes and lines that extraction would mistake for parts of the article. */
final class PageCleaner {
  private static final Pattern CONSENT =
      Pattern.compile("(?i).*(?:cookie|consent|gdpr|onetrust|didomi|privacy-(?:banner|notice)).*");

  private static final String DIALOGS = "dialog, [role=dialog], [role=alertdialog], [aria-modal]";

  private static final Pattern BOX =
      Pattern.compile(
          "(?i).*(?:newsletter|sign-?up|subscribe-box|(?:^|[\\s_-])(?:advert\\w*|ad|ads|promo)"
              + "(?:$|[\\s_-])|share-?(?:bar|buttons)?(?:$|\\s)|social-(?:share|links)|also-read"
              + "|related-(?:articles|stories|links)|paywall|regwall|subscription|author-?(?:bio|box)"
              + "|about-?the-?author|(?:^|[\\s_-])(?:comments?|disqus\\w*|tags|topics|byline)(?:$|\\s)"
              + ").*");

  private static final Pattern LINE =
      Pattern.compile(
          "(?iu)(?:advertisement\\b.*|anzeige\\s*|werbung\\s*|publicité\\s*|publicidad\\s*"
              + "|pubblicità\\s*|advertentie\\s*|(?:also read|read also|read more|see also"
              + "|lesen sie auch|lesen sie mehr|mehr zum thema|lire aussi|à lire aussi|lea también"
              + "|leggi anche|leia também|lees ook)\\b\\s*:?.*)");

  private static final int MAX_LINE = 160;

  /** Elements that contain the article, whatever their class names are. */
  private static final Set<String> KEPT = Set.of("html", "body", "main", "article", "head");

  private PageCleaner() {}

  /**
   * Cleans a page.
   *
   * @param headline of the article; it is not repeated in the text
   */
  static void clean(Document page, @Nullable String headline) {
    page.select(DIALOGS).remove();
    int paragraphs = ArticleElement.length(page);
    for (Element element : page.select("[id], [class]")) {
      String names = element.id() + " " + element.className();
      boolean consent = CONSENT.matcher(names).matches();
      if (!KEPT.contains(element.normalName())
          && (consent || BOX.matcher(names).matches())
          // a wrapper of the whole page is not a box
          && !element.select("h1, article, main").hasText()
          && (consent || 2 * ArticleElement.length(element) < paragraphs)) {
        element.remove();
      }
    }
    for (Element line : page.select("p, div:not(:has(p, div))")) {
      String text = line.text();
      if (text.length() <= MAX_LINE && LINE.matcher(text).matches()) {
        line.remove();
      }
    }
    removeRepetitions(page, headline);
    removeSideCells(page);
    // some systems put the article itself into <aside>, which extraction drops
    for (Element aside : page.select("aside:has(h1)")) {
      if (2 * ArticleElement.length(aside) > ArticleElement.length(page)) {
        aside.tagName("div").removeAttr("class");
      }
    }
  }

  /** Removes what repeats other parts: the headline, pulled quotes, captions, and times of day. */
  private static void removeRepetitions(Document page, @Nullable String headline) {
    for (Element heading : page.select("h1, h2")) {
      if (heading.text().equals(headline)) {
        heading.remove();
      }
    }
    String text = String.join("\n", page.select("p").eachText());
    for (Element quote : page.select("blockquote:not(:has(p)), aside:not(:has(p))")) {
      if (text.contains(quote.text())) {
        quote.remove();
      }
    }
    if (ArticleElement.length(page) > 0) {
      page.select("figcaption, time:not(p time)").remove();
    }
  }

  /** Removes the cells beside the text from tables that lay out a page. */
  private static void removeSideCells(Document page) {
    for (Element row : page.select("tr:has(> td > p)")) {
      for (Element cell : row.select("> td:not(:has(p))")) {
        cell.remove();
      }
    }
  }
}
