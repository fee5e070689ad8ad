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

  /** Elements that a browser does not show, unless a script of the page does. */
  private static final String HIDDEN =
      "body [hidden], body [style~=(?i)(?:^|[\\s;])display\\s*:\\s*none]";

  private static final Pattern BOX =
      Pattern.compile(
          "(?i).*(?:newsletter|sign-?up|subscribe-box|(?:^|[\\s_-])(?:advert\\w*|ad|ads|promo)"
              + "(?:$|[\\s_-])|share-?(?:bar|buttons)?(?:$|\\s)|social-(?:share|links)|also-read"
              + "|related-(?:articles|stories|links)|outbrain|taboola|paywall|regwall|subscription|author-?(?:bio|box)"
              + "|(?:^|\\s)(?:sr-only|visually-hidden|screen-reader-text)(?:$|\\s)"
              + "|(?:^|[\\s_-])(?:related|recommended|recommendations|trending|popular|most-?read|caption)"
              + "(?:$|[\\s_-])|about-?the-?author|(?:^|[\\s_-])(?:comments?|disqus\\w*|tags|topics|byline)(?:$|\\s)"
              + ").*");

  /** A separate line that is not part of the text. */
  private static final Pattern LINE =
      Pattern.compile(
          "(?iu)[\\[(*»►>–—\\s-]*(?:advertisement\\b.*|(?:ad|anzeige|werbung|publicité|publicidad"
              + "|pubblicità|publicidade|advertentie)[\\])*\\s:–—-]*"
              + "|(?:story|article) continues (?:below|after)\\b.*"
              + "|(?:also read|read also|read more|see also|more on this|click here|follow us"
              + "|share this|lesen sie auch|lesen sie mehr|mehr zum thema|folgen sie uns|lire aussi"
              + "|à lire aussi|suivez-nous|lea también|síganos|síguenos|leggi anche|seguici"
              + "|leia também|siga-nos|lees ook|volg ons)\\b\\s*:?.*"
              + "|(?:please )?(?:sign up|subscribe|register|abonnieren|inscrivez|abonnez|suscr[ií]b"
              + "|apúnt|iscriv|assine|subscreva|meld (?:je|u) aan|schrijf (?:je|u) in)\\w*\\b.*"
              + "(?:newsletter|e-?mails?|inbox|nieuwsbrief|boletín|boletim|infolettre)\\b.*)");

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
    // extraction takes quadratic time for many of them
    RemovedElements.remove(page, "p:empty, link");
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
    if (2 * page.select(HIDDEN).stream().mapToInt(ArticleElement::length).sum() < paragraphs) {
      RemovedElements.remove(page, HIDDEN);
    }
    removeForms(page, paragraphs);
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

  /** Removes forms with the short blocks around them, and boxes of links. */
  private static void removeForms(Document page, int paragraphs) {
    for (Element form : page.select("form:not(:has(h1, article, main))")) {
      Element box = form.parent();
      if (box != null
          && box.is("div:not(:has(h1)), section:not(:has(h1)), aside")
          && 4 * ArticleElement.length(box) < paragraphs) {
        box.remove();
      } else if (4 * ArticleElement.length(form) < paragraphs) {
        form.remove(); // some systems put the whole page into a form
      }
    }
    for (Element aside : page.select("aside:not(:has(h1))")) {
      if (2 * aside.select("a").text().length() > aside.text().length()) {
        aside.remove();
      }
    }
  }

  /**
   * Removes repetitions of other parts: the headline, pulled quotes, captions, and times of day.
   */
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
