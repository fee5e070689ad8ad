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
      "(?<address>\\byour (?:privacy|consent|choices|device|experience|personal data|preferences)"
          + "|\\bwe (?:and our|use cookies|value|store)|\\bour (?:\\d+ )?(?:partners|vendors)"
          + "|\\bwir (?:und unsere|verwenden|nutzen|setzen)|\\bunsere (?:\\d+ )?partner"
          + "|\\bihr(?:e|em|er)? (?:einwilligung|zustimmung|gerät|daten|privatsphäre)"
          + "|\\bnous (?:et nos|utilisons|stockons)|\\bnos (?:\\d+ )?partenaires"
          + "|\\bvo(?:tre|s) (?:consentement|choix|vie privée|appareil|données|préférences)"
          + "|\\bnosotros y nuestros|\\b(?:utilizamos|usamos) cookies|\\bnuestros (?:\\d+ )?socios"
          + "|\\b[st]us? (?:consentimiento|privacidad|dispositivo|datos|preferencias)"
          + "|\\bnoi e i nostri|\\b(?:utilizziamo|usiamo) (?:i )?cookie"
          + "|\\bi nostri (?:\\d+ )?(?:partner|fornitori)"
          + "|\\b(?:tu[aoe]i?|vostr[aoei]) (?:consenso|privacy|dispositivo|dati|preferenze|scelte)"
          + "|\\bwij? (?:en onze|gebruiken|plaatsen)|\\bonze (?:\\d+ )?partners"
          + "|\\b(?:uw|je|jouw) (?:toestemming|privacy|apparaat|gegevens|voorkeuren))";

  /** Other phrases of such texts. */
  private static final String TERM =
      "|\\bcookies?\\b|\\blegitimate interests?|\\b(?:accept|reject|allow|decline) (?:all|cookies)"
          + "|\\bmanage (?:options|choices|preferences|settings)|\\bprivacy (?:policy|settings|notice)"
          + "|\\bpersonali[sz]ed? (?:ads|content|advertising)|\\bwithdraw (?:your )?consent"
          + "|\\bberechtigte[ns]? interessen?|\\balles? (?:akzeptieren|annehmen|ablehnen|zulassen)"
          + "|\\bdatenschutz(?:erklärung|hinweise|einstellungen)|\\bjederzeit widerrufen"
          + "|\\bpersonalisierte[rn]? (?:werbung|anzeigen|inhalte)"
          + "|\\bintérêts? légitimes?|\\btout (?:accepter|refuser)|\\bcontinuer sans accepter"
          + "|\\bpolitique de (?:confidentialité|cookies)"
          + "|\\b(?:publicités?|contenus?) personnalisée?s?"
          + "|\\binter(?:és|eses) legítimos?|\\b(?:aceptar|rechazar) tod[oa]s?"
          + "|\\bpolítica de (?:privacidad|cookies)"
          + "|\\b(?:anuncios|contenidos?|publicidad) personalizad[oa]s?"
          + "|\\b(?:legittimo interesse|interesse legittimo)|\\b(?:accetta|rifiuta) tutt[oi]"
          + "|\\binformativa (?:sulla privacy|sui cookie)"
          + "|\\b(?:annunci|contenuti|pubblicità) personalizzat[aie]"
          + "|\\bgerechtvaardigd belang|\\balle[s]? (?:cookies )?(?:accepteren|weigeren|afwijzen)"
          + "|\\bprivacy(?:beleid|verklaring)|\\bgepersonaliseerde (?:advertenties|inhoud|content)";

  private static final Pattern PHRASE = Pattern.compile("(?iu)" + ADDRESS + TERM);

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
