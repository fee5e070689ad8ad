package dev.storywire.producer.formats.page;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Removes texts that ask for consent to cookies, whatever their class names are: blocks in which
 * the phrases of such texts are dense, and that address the reader.
 */
final class ConsentBoxes {
  /** Phrases in which the site speaks to the reader about data. */
  private static final String ADDRESS =
      "(?<address>your (?:privacy|consent|choices|device|experience|personal data|preferences)"
          + "|we (?:and our|use cookies|value|store)|our (?:\\d+ )?(?:partners|vendors)"
          + "|wir (?:und unsere|verwenden|nutzen|setzen)|unsere (?:\\d+ )?partner"
          + "|ihr(?:e|em|er)? (?:einwilligung|zustimmung|gerät|daten|privatsphäre)"
          + "|nous (?:et nos|utilisons|stockons)|nos (?:\\d+ )?partenaires"
          + "|vo(?:tre|s) (?:consentement|choix|vie privée|appareil|données|préférences)"
          + "|nosotros y nuestros|(?:utilizamos|usamos) cookies|nuestros (?:\\d+ )?socios"
          + "|[st]us? (?:consentimiento|privacidad|dispositivo|datos|preferencias)"
          + "|noi e i nostri|(?:utilizziamo|usiamo) (?:i )?cookie"
          + "|i nostri (?:\\d+ )?(?:partner|fornitori)"
          + "|(?:tu[aoe]i?|vostr[aoei]) (?:consenso|privacy|dispositivo|dati|preferenze|scelte)"
          + "|wij? (?:en onze|gebruiken|plaatsen)|onze (?:\\d+ )?partners"
          + "|(?:uw|je|jouw) (?:toestemming|privacy|apparaat|gegevens|voorkeuren))";

  /** Other phrases of such texts. */
  private static final String TERM =
      "|cookies?(?!\\p{L})|legitimate interests?|(?:accept|reject|allow|decline) (?:all|cookies)"
          + "|manage (?:options|choices|preferences|settings)|privacy (?:policy|settings|notice)"
          + "|personali[sz]ed? (?:ads|content|advertising)|withdraw (?:your )?consent"
          + "|berechtigte[ns]? interessen?|alles? (?:akzeptieren|annehmen|ablehnen|zulassen)"
          + "|datenschutz(?:erklärung|hinweise|einstellungen)|jederzeit widerrufen"
          + "|personalisierte[rn]? (?:werbung|anzeigen|inhalte)"
          + "|intérêts? légitimes?|tout (?:accepter|refuser)|continuer sans accepter"
          + "|politique de (?:confidentialité|cookies)"
          + "|(?:publicités?|contenus?) personnalisée?s?"
          + "|inter(?:és|eses) legítimos?|(?:aceptar|rechazar) tod[oa]s?"
          + "|política de (?:privacidad|cookies)"
          + "|(?:anuncios|contenidos?|publicidad) personalizad[oa]s?"
          + "|(?:legittimo interesse|interesse legittimo)|(?:accetta|rifiuta) tutt[oi]"
          + "|informativa (?:sulla privacy|sui cookie)"
          + "|(?:annunci|contenuti|pubblicità) personalizzat[aie]"
          + "|gerechtvaardigd belang|alle[s]? (?:cookies )?(?:accepteren|weigeren|afwijzen)"
          + "|privacy(?:beleid|verklaring)|gepersonaliseerde (?:advertenties|inhoud|content)";

  /** Not \b, which takes quadratic time for a run of combining marks. */
  private static final String WORD_START = "(?<![\\p{L}\\p{N}_])";

  private static final Pattern PHRASE =
      Pattern.compile("(?iu)" + WORD_START + "(?:" + ADDRESS + TERM + ")");

  /** Longest text between two phrases, on average, in characters. */
  private static final int DENSITY = 150;

  /** Longest text of a box, in characters; longer ones are pages about data protection. */
  private static final int MAX_BOX = 8000;

  private ConsentBoxes() {}

  /** Removes the boxes from a page. */
  static void remove(Document page) {
    if (!PHRASE.matcher(page.body().text()).find()) {
      return;
    }
    for (Element box :
        page.body().select("div, section, aside, header, footer, form, nav, ul, table, details")) {
      if (box.select("h1, article, main, [itemprop=articleBody]").isEmpty()) {
        removeIfConsent(box);
      }
    }
    // the lines of a box that has no element of its own
    for (Element at = page.selectFirst("h1");
        at != null && !at.equals(page.body());
        at = at.parent()) {
      Element parent = at.parent();
      for (Element line : parent == null ? List.<Element>of() : List.copyOf(parent.children())) {
        if (line.equals(at)) {
          break;
        }
        if (line.is("p, button, a, span")) {
          removeIfConsent(line);
        }
      }
    }
  }

  private static void removeIfConsent(Element box) {
    String text = box.text();
    if (text.length() <= MAX_BOX && isConsent(text)) {
      box.remove();
    }
  }

  private static boolean isConsent(String text) {
    int phrases = 0;
    boolean addressed = false;
    for (Matcher phrase = PHRASE.matcher(text); phrase.find(); phrases++) {
      addressed |= phrase.group("address") != null;
    }
    return addressed && phrases > 1 && text.length() <= DENSITY * phrases;
  }
}
