package dev.storywire.producer.formats.page;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Removes boxes and lines that extraction would mistake for parts of the article. */
final class PageCleaner {
  private static final Pattern CONSENT =
      Pattern.compile("(?i).*(?:cookie|consent|gdpr|onetrust|didomi|privacy-(?:banner|notice)).*");

  private static final Pattern BOX =
      Pattern.compile(
          "(?i).*(?:newsletter|sign-?up|subscribe-box|(?:^|[\\s_-])(?:advert\\w*|ad|ads|promo)"
              + "(?:$|[\\s_-])|share-?(?:bar|buttons)?(?:$|\\s)|social-(?:share|links)|also-read"
              + "|related-(?:articles|stories|links)).*");

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

  static void clean(Document page) {
    int paragraphs = length(page.select("p"));
    for (Element element : page.select("[id], [class]")) {
      String names = element.id() + " " + element.className();
      boolean consent = CONSENT.matcher(names).matches();
      if (!KEPT.contains(element.normalName())
          && (consent || BOX.matcher(names).matches())
          // a wrapper of the whole page is not a box
          && !element.select("h1, article, main").hasText()
          && (consent || 2 * length(element.select("p")) < paragraphs)) {
        element.remove();
      }
    }
    for (Element line : page.select("p, div:not(:has(p, div))")) {
      String text = line.text();
      if (text.length() <= MAX_LINE && LINE.matcher(text).matches()) {
        line.remove();
      }
    }
    // some systems put the article itself into <aside>, which extraction drops
    for (Element aside : page.select("aside:has(h1)")) {
      if (2 * length(aside.select("p")) > length(page.select("p"))) {
        aside.tagName("div").removeAttr("class");
      }
    }
  }

  private static int length(List<Element> elements) {
    return elements.stream().mapToInt(element -> element.text().length()).sum();
  }
}
