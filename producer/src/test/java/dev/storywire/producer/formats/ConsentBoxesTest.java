package dev.storywire.producer.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that a text that asks for consent is not part of a short article, in any language. */
class ConsentBoxesTest {
  private static final String ARTICLE =
      "<h1>Ferry</h1><p>The ferry to Sund is cancelled.</p><p>It sails again on Tuesday.</p>";

  private static final String TEXT = "The ferry to Sund is cancelled. It sails again on Tuesday.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class='x1'><h2>A word on data</h2><p>We and our 310 partners store cookies on your"
            + " device to measure audiences and show personalised ads.</p><p>Some of them claim a"
            + " legitimate interest. You may object, or withdraw consent in the privacy policy.</p>"
            + "<button>Accept all</button><button>Reject all</button></div>",
        "<section>We value your privacy. <b>Cookies</b> help us. <a href='/p'>Manage settings</a>"
            + "</section>",
        "<div><ul><li>Accept all cookies</li><li>Our partners</li><li>Privacy policy</li></ul></div>",
        "<div class='x1'><p>Wir und unsere Partner setzen Cookies ein und zeigen personalisierte"
            + " Werbung, teils aus berechtigtem Interesse.</p><p>Ihre Einwilligung können Sie"
            + " jederzeit widerrufen. Mehr in der Datenschutzerklärung.</p><p>Alle akzeptieren</p>"
            + "</div>",
        "<div class='x1'><p>Nous et nos 95 partenaires utilisons des cookies pour des publicités"
            + " personnalisées, parfois au titre de l'intérêt légitime.</p><p>Votre consentement"
            + " vaut six mois.</p><a>Continuer sans accepter</a> <a>Tout accepter</a></div>",
        "<div class='x1'><p>Nosotros y nuestros socios usamos cookies para mostrar anuncios"
            + " personalizados. Consulte la política de privacidad.</p><a>Aceptar todo</a></div>",
        "<div class='x1'><p>Noi e i nostri fornitori usiamo cookie per annunci personalizzati,"
            + " anche in base al legittimo interesse.</p><a>Rifiuta tutto</a><a>Accetta tutto</a>"
            + "</div>",
        "<div class='x1'><p>Wij en onze partners plaatsen cookies voor gepersonaliseerde"
            + " advertenties, soms op grond van gerechtvaardigd belang.</p><a>Alles weigeren</a></div>"
      })
  void omitsABox(String box) {
    assertThat(text("<body>" + box + "<div>" + ARTICLE + "</div></body>")).isEqualTo(TEXT);
    assertThat(text("<body><div>" + ARTICLE + "</div>" + box + "</body>")).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>We and our partners use cookies to show personalised ads.</p>",
        "<p><a href='/p'>Your choices</a> <a href='/q'>Privacy policy</a></p>"
      })
  void omitsLinesBeforeTheHeading(String lines) {
    assertThat(text("<body><div>" + lines + ARTICLE + "</div></body>")).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>The agency fined Rope Sail because its site set cookies without consent.</p>",
        "<p>A button to reject all cookies was hidden, and partners had no legitimate interest.</p>",
        "<p>“We store nothing,” the head of the firm said about the cookies that experts had found"
            + " on computers all over the country in the two weeks before the hearing.</p>"
      })
  void keepsNewsAboutConsent(String sentence) {
    String page = "<body><div><h1>Ruling</h1>" + sentence + "<p>It may appeal.</p></div></body>";

    assertThat(text(page)).isEqualTo(Jsoup.parse(sentence).text() + " It may appeal.");
  }

  private static String text(String body) {
    String page = "<html>" + body + "</html>";
    String text = Collected.text(Format.HTML, page).onlyItem().bodies().get(0).value();
    return Jsoup.parse(Objects.requireNonNull(text)).text();
  }
}
